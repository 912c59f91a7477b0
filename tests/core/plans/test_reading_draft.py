"""From a proposal to the person's draft, and the guard of each section."""

import pytest

from thidua.core.plans.draft import StaleSection, begin_draft, items_of, next_key, replace_items
from thidua.core.plans.sections import SECTIONS

PROPOSAL = {
    "kind": "Kế hoạch",
    "number": "15",
    "symbol": "KH-SGDĐT",
    "issuer": "Sở",
    "parent_body": None,
    "place": None,
    "date": "2026-01-12",
    "subject": "Phát động",
    "signer": {"capacity": None, "position": "Giám đốc", "name": "A"},
    "theme": ["Kỷ cương"],
    "recipients": ["Các đơn vị", "Lưu: VT"],
    "citations": [
        {
            "kind": "Luật",
            "number": "06/2022/QH15",
            "date": "2022-06-15",
            "issuer": None,
            "about": "",
            "start": 3,
            "end": 9,
        }
    ],
    "movements": [
        {"name": "phong trào năm 2026", "period": "năm 2026", "launched_by": None, "start": 10, "end": 20},
        {"name": "Dạy tốt", "period": None, "launched_by": None, "start": 21, "end": 30},
    ],
    "targets": [
        {
            "subject": "bỏ học",
            "comparator": "<",
            "value": 0.3,
            "unit": "%",
            "numerator": None,
            "denominator": None,
            "group": None,
            "start": 31,
            "end": 40,
        },
        {
            "subject": "chuẩn",
            "comparator": "=",
            "value": 83.91,
            "unit": "%",
            "numerator": 386,
            "denominator": 460,
            "group": "III",
            "start": 41,
            "end": 50,
        },
    ],
    "assignments": [{"unit": "Các trường", "task": "lập kế hoạch", "start": 60, "end": 90}],
    "deadlines": [
        {"text": "trước ngày 15/02/2026", "date": "2026-02-15", "start": 70, "end": 80},
        {"text": "hằng năm", "date": "--11-20", "start": 100, "end": 110},
    ],
    "anomalies": [{"kind": "ratio_mismatch", "text": "386/478", "why": "Không khớp.", "start": 45, "end": 49}],
    "spans": {"subject": [0, 2], "theme": [[1, 2]], "recipients": [[120, 125], [126, 130]]},
}


@pytest.fixture
def draft():
    return begin_draft(PROPOSAL)


def save(draft, items, *, version=1, reviewed=False):
    return replace_items(
        draft, "recipients", items, version=version, reviewed=reviewed, saved_by="Lò Thị Mai", saved_at="2026-01-20T09:00+07:00"
    )  # fmt: skip


def test_every_section_has_its_items(draft):
    counts = {section.code: len(draft["sections"][section.code]["items"]) for section in SECTIONS}
    assert counts == {
        "header": 1, "launch": 1, "theme": 1, "bases": 1, "movements": 1, "targets": 2, "tasks": 1, "deadlines": 2,
        "recipients": 2, "findings": 1,
    }  # fmt: skip


def test_first_movement_is_the_one_launched_and_the_others_are_answered(draft):
    assert items_of(draft, "launch")[0]["name"] == "phong trào năm 2026"
    assert [item["name"] for item in items_of(draft, "movements")] == ["Dạy tốt"]


def test_numbers_stay_exact_and_less_is_better_below_a_limit(draft):
    rows = items_of(draft, "targets")
    assert [(row["value"], row["numerator"], row["lower_is_better"]) for row in rows] == [
        ("0.3", None, True), ("83.91", "386", False),
    ]  # fmt: skip


def test_deadline_of_a_task_goes_to_the_task_and_is_not_counted_twice(draft):
    assert items_of(draft, "tasks")[0]["due"] == "2026-02-15"
    assert [(row["date"], row["dropped"]) for row in items_of(draft, "deadlines", dropped=True)] == [
        ("2026-02-15", True), ("2026-11-20", False),
    ]  # fmt: skip


def test_spans_lead_back_to_the_source(draft):
    assert [row["span"] for row in items_of(draft, "recipients")] == [[120, 125], [126, 130]]
    assert items_of(draft, "bases")[0]["span"] == [3, 9]


def test_saving_keeps_spans_and_counts_versions(draft):
    rows = [{"key": "recipients-1", "text": "Các trường"}, {"key": "recipients-2", "text": "x", "dropped": True}]
    saved = save(draft, [*rows, {"key": next_key(draft, "recipients"), "text": "Công đoàn"}], reviewed=True)
    section = saved["sections"]["recipients"]
    assert [(row["key"], row["text"], row["span"], row["dropped"]) for row in section["items"]] == [
        ("recipients-1", "Các trường", [120, 125], False), ("recipients-2", "x", [126, 130], True),
        ("recipients-3", "Công đoàn", None, False),
    ]  # fmt: skip
    assert (section["version"], section["reviewed"], section["saved_by"]) == (2, True, "Lò Thị Mai")
    assert draft["sections"]["recipients"]["version"] == 1


def test_second_editor_is_told_who_was_first(draft):
    saved = save(draft, [{"key": "recipients-1", "text": "Các trường"}])
    with pytest.raises(StaleSection, match="Lò Thị Mai"):
        save(saved, [{"key": "recipients-1", "text": "Khác"}])


def test_the_same_content_again_is_no_conflict(draft):
    rows = [{"key": "recipients-1", "text": "Các trường"}]
    assert save(save(draft, rows), rows)["sections"]["recipients"]["items"][0]["text"] == "Các trường"


def test_other_sections_are_free_meanwhile(draft):
    saved = save(draft, [])
    again = replace_items(saved, "theme", [], version=1, reviewed=False, saved_by="B", saved_at="")
    assert again["sections"]["theme"]["version"] == 2


def test_a_text_that_is_no_plan_gives_an_empty_draft():
    lists = ("movements", "targets", "citations", "assignments", "deadlines", "anomalies", "theme", "recipients")
    empty = {**PROPOSAL, **{name: [] for name in lists}, "spans": {}}
    draft = begin_draft(empty)
    assert items_of(draft, "launch") == [
        {"key": "launch-1", "name": None, "period": None, "span": None, "dropped": False}
    ]
    assert next_key(draft, "targets") == "targets-1"
