"""Luật thi đua, khen thưởng as data: acts, honours, standards, authority, votes, dossiers and money by date.

Pure: the data are the YAML files of `data/`, dates are arguments, nothing here knows the clock or a database.
"""
