"""Reading official plans: text of a launch document -> proposals a person confirms.

Pure: `read_text(text)` (module `reader`) is the only door in; every proposal points into `Reading.text`.
"""
