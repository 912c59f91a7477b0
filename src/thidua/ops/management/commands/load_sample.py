"""Nạp tỉnh mẫu: fills an empty database with a province that looks real."""

import time

from django.core.management.base import BaseCommand, CommandError, CommandParser

from thidua.accounts.models import User
from thidua.ops.sample.load import load_sample
from thidua.orgs.models import Unit


class Command(BaseCommand):
    help = "Nạp dữ liệu của một tỉnh mẫu vào cơ sở dữ liệu rỗng"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--units", type=int, default=40, help="số trường (mặc định 40)")
        parser.add_argument("--people", type=int, default=1200, help="số người (mặc định 1200)")
        parser.add_argument("--years", type=int, default=3, help="số năm học đã kết thúc có dữ liệu (mặc định 3)")
        parser.add_argument("--seed", type=int, default=2026, help="cùng số này cho cùng dữ liệu")
        parser.add_argument("--if-empty", action="store_true", help="không làm gì nếu đã có dữ liệu")

    def handle(self, **options) -> None:
        for name in ("units", "people", "years"):
            if options[name] < 1:
                raise CommandError(f"--{name} phải từ 1 trở lên.", returncode=2)
        if Unit.objects.exists() or User.objects.exists():
            if options["if_empty"]:
                self.stdout.write("Cơ sở dữ liệu đã có dữ liệu; giữ nguyên.")
                return
            raise CommandError("Cơ sở dữ liệu đã có dữ liệu. Hãy dùng một cơ sở dữ liệu rỗng.", returncode=2)
        started = time.perf_counter()
        load_sample(schools=options["units"], people=options["people"], years=options["years"], seed=options["seed"])
        seconds = f"{time.perf_counter() - started:.1f}".replace(".", ",")
        self.stdout.write(f"Đã nạp tỉnh mẫu trong {seconds} giây.")
