"""`thidua check_award < case.json`: what the law says about one candidate. Needs no database."""

import json
import sys
from datetime import date

from thidua.core.law.check import check_award
from thidua.core.law.errors import CaseError
from thidua.core.law.parsing import parse_case

USAGE = "Cách dùng: thidua check_award < truong_hop.json"


def main(argv: list[str]) -> int:
    """Read a case from standard input, print the verdict as JSON. 2 on unusable input, with one line on stderr."""
    if argv:
        return _refuse(USAGE)
    try:
        data = json.loads(sys.stdin.buffer.read().decode("utf-8-sig"))
        verdict = check_award(parse_case(data), today=date.today())  # noqa: DTZ011 - the law counts local days
    except UnicodeDecodeError:
        return _refuse("Dữ liệu vào không phải văn bản UTF-8; lưu tệp JSON dạng UTF-8.")
    except json.JSONDecodeError as error:
        return _refuse(f"Dữ liệu vào không phải JSON hợp lệ (dòng {error.lineno}, cột {error.colno}). {USAGE}")
    except RecursionError:
        return _refuse("Dữ liệu JSON lồng nhau quá sâu.")
    except CaseError as error:
        return _refuse(str(error))
    sys.stdout.write(json.dumps(verdict.as_dict(), ensure_ascii=False, indent=2) + "\n")
    return 0


def _refuse(message: str) -> int:
    sys.stderr.write(" ".join(message.split()) + "\n")
    return 2


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
