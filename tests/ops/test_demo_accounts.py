"""The list of sample accounts that `make demo` prints."""

from datetime import UTC, date, datetime
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from thidua.accounts.actions import roles
from thidua.accounts.queries.demo import DEMO_PASSWORD, DEMO_PREFIX
from thidua.core.access import SYSTEM, Role

AT = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.mark.django_db
def test_without_sample_data_it_says_what_to_do():
    with pytest.raises(CommandError, match="thidua load_sample") as error:
        call_command("demo_accounts")
    assert error.value.returncode == 2


def test_each_account_has_its_line(world):
    unit = world.commune
    user = roles.open_account(
        username=f"{DEMO_PREFIX}thu", password=None, name="Hà Thị Thử", person=None, unit=unit, by=SYSTEM, at=AT
    )
    roles.assign(user=user, role=Role.SECRETARY, unit=unit, starts_on=date(2025, 7, 1), by=SYSTEM, at=AT)
    out = StringIO()
    call_command("demo_accounts", stdout=out)
    heading, line = out.getvalue().splitlines()
    assert heading.split() == ["Tên", "đăng", "nhập", "Mật", "khẩu", "Người", "giữ", "Vai", "trò"]
    assert line.startswith(f"{DEMO_PREFIX}thu")
    assert DEMO_PASSWORD in line
    assert "Hà Thị Thử, " in line
    assert line.endswith("Chuyên viên thường trực thi đua")
