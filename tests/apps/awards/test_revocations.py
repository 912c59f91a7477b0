"""Revoking awards (Luật TĐKT Điều 93; N8)."""

from datetime import UTC, date, datetime

import pytest

from tests.factories import council_walk as steps
from thidua.awards.actions import revocations
from thidua.awards.errors import AwardsError
from thidua.awards.models import Award, Initiative, Revocation
from thidua.awards.queries.awards import list_awards_of, list_dependent_awards
from thidua.core.documents.parse import parse_document
from thidua.core.verification import make_code
from thidua.journal.models import JournalEntry
from thidua.journal.queries.history import list_history

ON, AT = date(2026, 9, 1), datetime(2026, 9, 1, 3, tzinfo=UTC)


@pytest.fixture
def walk(world):
    return steps.reach_issued(world)


def the_award() -> Award:
    return Award.objects.get(honour="CSTDCS")


def revoke(walk, award=None, *, on=ON, explanation="Sai sự thật.", key="commune_head"):
    return revocations.revoke(
        award=award or the_award(), ground="fraud", explanation=explanation, on=on, by=walk.actor(key, ON), at=AT
    )


def add_award(walk, honour, decided_on, key="teacher", number=7) -> Award:
    """An award decided before or outside the system."""
    return Award.objects.create(
        person=walk.world.people[key], unit=walk.world.school, recipient_name="Nguyễn Văn An",
        recipient_search="nguyen van an", unit_name="Trường THCS Mộc Sơn", honour=honour, year="2026-2027",
        decided_on=decided_on, decision_number="55/QĐ-UBND", decided_by="Chủ tịch UBND tỉnh", code=make_code(number),
    )  # fmt: skip


def test_the_award_stays_in_history_marked(walk):
    revocation = revoke(walk)
    (award,) = list_awards_of(walk.world.people["teacher"].pk)
    assert award.revocation == revocation
    assert (revocation.revoked_on, revocation.money_to_recover) == (ON, 2_530_000)
    entry = list_history(award)[0]
    assert (entry.code, entry.reason) == ("awards.award.revoke", "Sai sự thật.")


def test_its_decision_names_the_first_one_the_ground_and_the_money(walk):
    document = parse_document(revoke(walk).document.content)
    text = str(document.body)
    assert document.number == "02"
    for words in (
        "01/QĐ-UBND",
        "công nhận danh hiệu Chiến sĩ thi đua cơ sở năm học 2025-2026",
        "gian dối",
        "2.530.000 đồng",
    ):
        assert words in text


def test_the_initiative_stays_used(walk):
    revoke(walk)
    assert Initiative.objects.get().used_for == "TITLE:CSTDCS"


def test_twice_is_once(walk):
    revoke(walk)
    before = JournalEntry.objects.count()
    with pytest.raises(AwardsError, match="đã bị thu hồi"):
        revoke(walk)
    assert (Revocation.objects.count(), JournalEntry.objects.count()) == (1, before)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"on": date(2026, 7, 14)}, "từ ngày quyết định 15/07/2026"),
        ({"on": date(2026, 9, 2)}, "đến hôm nay"),
        ({"explanation": "  "}, "diễn giải"),
        ({"key": "commune_secretary"}, "không giữ chức vụ lãnh đạo"),
    ],
)
def test_what_is_refused(walk, change, message):
    before = JournalEntry.objects.count()
    with pytest.raises(AwardsError, match=message):
        revoke(walk, **change)
    assert not Revocation.objects.exists()
    assert JournalEntry.objects.count() == before


def test_what_was_decided_elsewhere_is_not_revoked_here(walk):
    with pytest.raises(AwardsError, match="ngoài hệ thống"):
        revoke(walk, add_award(walk, "BK_BT", date(2026, 8, 1)))


def test_later_awards_that_rest_on_it_are_listed(walk):
    resting = add_award(walk, "BK_BT", date(2026, 8, 1), number=8)
    add_award(walk, "GK", date(2026, 8, 1), number=9)  # asks for no earlier title
    add_award(walk, "BK_BT", date(2025, 8, 1), number=10)  # earlier
    add_award(walk, "BK_BT", date(2026, 8, 1), key="school_head", number=11)  # somebody else's
    assert list(list_dependent_awards(the_award())) == [resting]
