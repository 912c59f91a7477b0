"""Accepted dossier to revoked award, through the actions (N5, N7, N8)."""

from datetime import UTC, date, datetime

from tests.factories import council_walk as steps
from thidua.awards.actions import revocations
from thidua.awards.models import Award, Initiative
from thidua.core.documents.parse import parse_document
from thidua.core.verification import is_well_formed
from thidua.councils.actions import minutes


def test_the_walk(world):
    walk = steps.reach_issued(world)
    assert walk.dossier.state == "decided"
    awards = {award.recipient_name: award for award in Award.objects.filter(decision=walk.decision)}
    assert {name: (award.honour, award.money) for name, award in awards.items()} == {
        "Nguyễn Văn An": ("CSTDCS", 2_530_000),
        "Lê Thị Ánh": ("LDTT", 760_000),
        "Tổ Khoa học tự nhiên": ("TTLDTT", 2_030_000),
    }
    award = awards["Nguyễn Văn An"]
    assert award.decided_by == "Chủ tịch Uỷ ban nhân dân xã Mộc Sơn"
    assert award.decision_number == "01/QĐ-UBND"
    assert award.unit_name == "Trường THCS Mộc Sơn"
    assert is_well_formed(award.code)
    assert Initiative.objects.get().used_for == "TITLE:CSTDCS"

    document = parse_document(walk.decision.document.content)
    assert document.number == "01"
    assert document.date == "2026-07-15"
    assert "5.320.000 đồng" in str(document.body)
    assert len(document.annexes) == 3

    meeting = minutes.draw_up(meeting=walk.meeting, by=walk.actor("commune_secretary"), at=steps.AT)
    assert (meeting.count_minutes.code, meeting.minutes.code) == ("01/BB-HĐTĐKT", "02/BB-HĐTĐKT")

    revocation = revocations.revoke(
        award=award, ground="fraud", explanation="Số liệu thành tích không có thật.", on=date(2026, 9, 1),
        by=walk.actor("commune_head", date(2026, 9, 1)), at=datetime(2026, 9, 1, 3, 0, tzinfo=UTC),
    )  # fmt: skip
    assert revocation.document.code == "02/QĐ-UBND"
    assert revocation.money_to_recover == 2_530_000
