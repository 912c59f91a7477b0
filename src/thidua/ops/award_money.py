"""`thidua award_money HONOUR --subject ... --on YYYY-MM-DD`: the bonus in đồng. Needs no database."""

import argparse
import sys
from datetime import date

from thidua.core.law.errors import NoAmount
from thidua.core.law.facts import SUBJECTS
from thidua.core.law.honours import honours
from thidua.core.law.money import award_money
from thidua.core.law.parsing import parse_day


def main(argv: list[str]) -> int:
    """Print the sum as an integer. 2 when the input is unusable or the law names no amount, with a line on stderr."""
    parser = argparse.ArgumentParser(
        prog="thidua award_money", description="Mức tiền thưởng theo ngày quyết định (đồng)."
    )
    parser.add_argument("honour", choices=[honour.code for honour in honours()], metavar="HONOUR")
    parser.add_argument("--subject", choices=SUBJECTS, required=True)
    parser.add_argument("--on", type=_day, required=True, metavar="YYYY-MM-DD")
    try:
        given = parser.parse_args(argv)
    except SystemExit as stop:
        return int(stop.code or 0)
    try:
        amount = award_money(given.honour, given.subject, given.on)
    except NoAmount as reason:
        sys.stderr.write(f"{reason}\n")
        return 2
    sys.stdout.write(f"{amount}\n")
    return 0


def _day(text: str) -> date:
    try:
        return parse_day(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” không phải ngày; viết dạng NNNN-TT-NN, ví dụ 2026-07-15") from None


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
