"""`thidua demo_accounts`: the accounts of the sample province."""

import argparse
import sys

from thidua.ops.sample.accounts import DEMO_ACCOUNTS


def describe_accounts() -> str:
    """One line per account: name to sign in with, password, role, person and unit."""
    rows = [("Tên đăng nhập", "Mật khẩu", "Vai trò", "Người giữ"), *map(_row, DEMO_ACCOUNTS)]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    return "\n".join(
        "  ".join([*(cell.ljust(width) for cell, width in zip(row[:3], widths, strict=True)), row[3]]) for row in rows
    )


def _row(account: object) -> tuple[str, str, str, str]:
    return account.username, account.password, account.role_title, f"{account.name}, {account.unit_name}"


def main(argv: list[str]) -> int:
    """Print the table; takes no arguments."""
    argparse.ArgumentParser(prog="thidua demo_accounts", description=sys.modules[__name__].__doc__).parse_args(argv)
    print(describe_accounts())
    return 0
