"""In các tài khoản mẫu: who one can sign in as in the sample province."""

from collections.abc import Sequence

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from thidua.accounts.queries.demo import DemoAccount, list_demo_accounts


def describe(accounts: Sequence[DemoAccount]) -> str:
    """One line per account: name to sign in with, password, person and unit, roles; columns as wide as their longest cell."""
    rows = [("Tên đăng nhập", "Mật khẩu", "Người giữ", "Vai trò")]
    rows += [(one.username, one.password, f"{one.name}, {one.unit_name}", one.role_title) for one in accounts]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)
    return "\n".join(line.rstrip() for line in lines)


class Command(BaseCommand):
    help = "In các tài khoản mẫu và vai trò của từng tài khoản"

    def handle(self, **options) -> None:
        accounts = list_demo_accounts(timezone.localdate())
        if not accounts:
            raise CommandError(
                "Không có tài khoản mẫu. Hãy chạy “thidua load_sample” trên một cơ sở dữ liệu rỗng.", returncode=2
            )
        self.stdout.write(describe(accounts))
