"""`thidua check_award < case.json`: what the law says about one candidate. Needs no database."""

import json
import sys
from datetime import date
from typing import Any

from thidua.core.law.check import check_award
from thidua.core.law.errors import CaseError
from thidua.core.law.parsing import parse_case

USAGE = "Cách dùng: thidua check_award < truong_hop.json"


def main(argv: list[str]) -> int:
    """Read a case from standard input, print the verdict as JSON. 2 on unusable input, with one line on stderr."""
    if argv:
        return _refuse(USAGE)
    try:
        verdict = check_award(parse_case(_read()), today=date.today())  # noqa: DTZ011 - the law counts local days
    except CaseError as error:
        return _refuse(str(error))
    sys.stdout.write(json.dumps(verdict.as_dict(), ensure_ascii=False, indent=2) + "\n")
    return 0


def _read() -> Any:
    """The decoded JSON of standard input. Raises CaseError when it is none."""
    try:
        return json.loads(sys.stdin.buffer.read().decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise CaseError("Dữ liệu vào không phải văn bản UTF-8; lưu tệp JSON dạng UTF-8.") from None
    except json.JSONDecodeError as error:
        where = f"dòng {error.lineno}, cột {error.colno}"
        raise CaseError(f"Dữ liệu vào không phải JSON hợp lệ ({where}). {USAGE}") from None
    except (ValueError, RecursionError):
        raise CaseError("Dữ liệu JSON có số quá dài hoặc lồng nhau quá sâu.") from None


def _refuse(message: str) -> int:
    sys.stderr.write(" ".join(message.split()) + "\n")
    return 2


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
