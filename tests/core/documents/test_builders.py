"""The documents we write ourselves: what stands in them, and what is refused."""

from dataclasses import replace
from datetime import datetime

import pytest

from tests.core.documents import samples
from thidua.core.documents.body import TableBlock, TextBlock
from thidua.core.documents.builders.count_minutes import CountMinutesText, build_count_minutes
from thidua.core.documents.builders.decision import DecisionText, build_decision
from thidua.core.documents.builders.letterhead import Honouree
from thidua.core.documents.builders.plan import PlanText, build_plan
from thidua.core.documents.builders.submission import SubmissionText, build_submission
from thidua.core.documents.layout import lay_out
from thidua.core.documents.model import Document, Signer

HEAD = Signer("Giám đốc", "Trần Văn Hữu")


def lines(document: Document) -> list[str]:
    return [block.text for block in lay_out(document).blocks if isinstance(block, TextBlock)]


def tables(blocks) -> list[TableBlock]:
    return [block for block in blocks if isinstance(block, TableBlock)]


def decision(**values) -> Document:
    text = DecisionText(
        letterhead=samples.DEPARTMENT,
        authority="Giám đốc Sở Giáo dục và Đào tạo",
        period="năm học 2025 - 2026",
        achievement="đã có thành tích xuất sắc",
        signer=HEAD,
    )
    return build_decision(replace(text, **values))


def test_a_plan_leaves_out_the_parts_it_does_not_have():
    text = PlanText(samples.DEPARTMENT, "Dạy tốt", "năm 2026", HEAD, measures=("Tuyên truyền.",))
    headings = [line for line in lines(build_plan(text)) if line.startswith(("I", "V"))]
    assert headings == ["I. GIẢI PHÁP"]


def test_a_plan_has_its_parts_in_order_and_its_targets_in_a_table():
    document = samples.plan()
    headings = [line for line in lines(document) if line.split(".")[0] in ("I", "II", "III", "IV", "V", "VI")]
    assert [line.split(". ")[1].split(" ")[0] for line in headings] == ["MỤC", "NỘI", "CHỈ", "THỜI", "GIẢI", "TỔ"]
    (table,) = tables(lay_out(document).blocks)
    assert table.rows[1] == ("2", "Tiểu học", "Học sinh bỏ học", "dưới 0,1%")


@pytest.mark.parametrize(
    ("movement", "subject"),
    [
        ("Dạy tốt", "Phát động phong trào thi đua “Dạy tốt” năm 2026"),
        ("phong trào thi đua yêu nước", "Phát động phong trào thi đua yêu nước năm 2026"),
    ],
)
def test_a_plan_names_its_movement(movement, subject):
    assert build_plan(PlanText(samples.DEPARTMENT, movement, "năm 2026", HEAD)).subject == subject


def test_a_submission_counts_what_its_lists_hold():
    document = samples.submission()
    counts = [line for line in lines(document) if line[:2] in ("1.", "2.", "3.")]
    assert counts == [
        "1. Tập thể Lao động xuất sắc: 01 tập thể.",
        "2. Chiến sĩ thi đua cơ sở: 02 cá nhân.",
        "3. Giấy khen: 01 cá nhân.",
    ]
    assert [len(tables(annex.blocks)[0].rows) for annex in lay_out(document).annexes] == [1, 2, 1]


def test_a_decision_recognises_titles_and_confers_commendations():
    text = lines(samples.decision())
    assert "2. Công nhận danh hiệu Chiến sĩ thi đua cơ sở cho 02 cá nhân (Phụ lục II kèm theo)." in text
    assert "3. Tặng Giấy khen cho 01 cá nhân (Phụ lục III kèm theo)." in text
    assert any("9.477.000 đồng (bằng chữ: Chín triệu bốn trăm bảy mươi bảy nghìn đồng)" in line for line in text)
    assert text[-1].startswith("Điều 4.")


@pytest.mark.parametrize(
    ("honour", "titles", "subject"),
    [
        ("Giấy khen", frozenset(), "Về việc khen thưởng năm học 2025 - 2026"),
        ("Lao động tiên tiến", {"Lao động tiên tiến"}, "Về việc công nhận danh hiệu thi đua năm học 2025 - 2026"),
    ],
)
def test_a_decision_of_one_honour_has_one_list_and_no_money_unless_given(honour, titles, subject):
    document = decision(individuals=(Honouree("Lê Ý", "Giáo viên", honour),), titles=frozenset(titles))
    assert document.subject == subject
    assert len(document.annexes) == 1
    assert not any("tiền" in line for line in lines(document))
    assert "Phụ lục kèm theo" in " ".join(lines(document))


def test_documents_without_anybody_to_honour_are_refused():
    with pytest.raises(ValueError, match="ít nhất"):
        decision()
    with pytest.raises(ValueError, match="ít nhất"):
        build_submission(SubmissionText(samples.SCHOOL, (), "năm 2026", "", HEAD))


def test_minutes_tell_quorum_votes_and_times_and_have_no_place_in_the_header():
    document = samples.council_minutes()
    text = " ".join(lines(document))
    assert "Có mặt 02/03 thành viên Hội đồng" in text
    assert "Hồi 08 giờ 00 phút, ngày 12 tháng 6 năm 2026" in text
    assert "Có 01/02 trường hợp đạt" in text
    assert lay_out(document).right_foot == ()
    (table,) = tables(lay_out(document).blocks)
    assert [row[4:] for row in table.rows] == [("14", "1", "0", "93,33%", "Đạt"), ("9", "5", "1", "60%", "Không đạt")]


def test_the_count_tells_invalid_ballots_and_refuses_impossible_numbers():
    assert any("số phiếu không hợp lệ: 01" in line for line in lines(samples.count_minutes()))
    text = CountMinutesText(
        samples.COUNCIL,
        "Hội đồng",
        "Kiểm phiếu",
        datetime(2026, 6, 12, 10),
        "phòng họp",
        (),
        HEAD,
        (),
        15,
        15,
        15,
        16,
        14,
        (),
        "",
    )
    with pytest.raises(ValueError, match="thu về"):
        build_count_minutes(text)
