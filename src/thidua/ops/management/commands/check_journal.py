"""Kiểm tra nhật ký: every entry's hash and its link to the one before."""

from django.core.management.base import BaseCommand, CommandError

from thidua.journal.models import JournalEntry
from thidua.journal.queries.history import find_broken_link


class Command(BaseCommand):
    help = "Kiểm tra chuỗi băm của nhật ký"

    def handle(self, **options) -> None:
        broken = find_broken_link()
        if broken is not None:
            raise CommandError(
                f"Mục {broken.pk} ({broken.code}, {broken.at:%d/%m/%Y %H:%M}) không khớp chuỗi.", returncode=1
            )
        self.stdout.write(f"Nhật ký nguyên vẹn: {JournalEntry.objects.count()} mục.")
