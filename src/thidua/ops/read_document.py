"""Command `thidua read_document PATH`: a plan as .txt, .docx or .pdf -> its proposals as one JSON object."""

import json
import pathlib
import sys

from thidua.adapters.text import MAX_BYTES, UnreadableFile, extract_text
from thidua.core.reading.reader import read_text

_USAGE = "Cách dùng: thidua read_document TỆP (.txt, .docx hoặc .pdf)"


def main(argv: list[str]) -> int:
    """Print the JSON object; exit 2 with one line on stderr if the file cannot be used."""
    if argv in (["--help"], ["-h"]):
        print(_USAGE)
        return 0
    if len(argv) != 1 or argv[0].startswith("-"):
        print(_USAGE, file=sys.stderr)
        return 2
    path = pathlib.Path(argv[0])
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError:
        print(f"Không mở được tệp {path.name or argv[0]}: hãy kiểm tra đường dẫn và quyền đọc.", file=sys.stderr)
        return 2
    try:
        text = extract_text(data, path.name)
    except UnreadableFile as error:
        print(error, file=sys.stderr)
        return 2
    from thidua.core.plans.acts import known_acts  # slow import, not needed for a file that cannot be read

    json.dump(read_text(text, known_acts()).as_dict(), sys.stdout, ensure_ascii=False, indent=1)
    print()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
