"""The data files: a new decree needs no code, and bad data is refused with file, line and reason."""

import shutil

import pytest

from tests.core.law.cases import TODAY, case, check, met
from thidua.core.law.check import check_award
from thidua.core.law.context import Context
from thidua.core.law.errors import LawDataError
from thidua.core.law.honours import honour, honours
from thidua.core.law.library import load_law, shipped_law
from thidua.core.law.loader import DATA
from thidua.core.law.parsing import parse_case
from thidua.core.law.vocabulary import compile_test

RULES = "rules/titles_individual.yaml"


@pytest.fixture
def folder(tmp_path):
    target = tmp_path / "data"
    shutil.copytree(DATA, target)
    return target


def edit(folder, name, *pairs):
    path = folder / name
    text = path.read_text("utf-8")
    for old, new in pairs:
        assert old in text, f"{name} has no {old}"
        text = text.replace(old, new, 1)
    path.write_text(text, "utf-8")


def test_every_honour_has_rules_for_each_of_its_subjects():
    law = shipped_law()
    assert set(law.rules) == {(one.code, subject) for one in law.honours.values() for subject in one.subjects}


def test_every_rule_can_be_asked_on_its_first_day():
    for (code, subject), rules in shipped_law().rules.items():
        for rule in rules:
            day = rule.valid_from.isoformat()
            data = {"honour": code, "subject": subject, "year": "2025-2026", "decided_on": day, "facts": {}}
            verdict = check_award(parse_case(data), today=rule.valid_from)
            assert verdict.outcome == "NEEDS_HUMAN"  # nothing is known: never false, never true
            assert verdict.rule.period == rule.period


def test_pick_lists():
    assert [one.code for one in honours() if one.is_collective and one.is_title] == [
        "TTLDTT", "TTLDXS", "CO_BT", "CO_CP",
    ]  # fmt: skip
    assert honour("CSTDCS").name == "Chiến sĩ thi đua cơ sở"
    assert honour("CSTDCS").is_individual
    assert not honour("GK").is_title
    with pytest.raises(KeyError):
        honour("CSTD")


DECREE = "decree: 1/2027/NĐ-CP"
NEW_PERIOD = f"- {{code: P5, from: 2027-03-01, before: null, law: 06/2022/QH15, {DECREE}}}\n"
NEW_SUM = f"""  - from: 2027-03-01
    before: null
    {DECREE}
    confidence: H
    lines: [{{honours: [LDTT], individual: "0.5"}}]
"""
NEW_VOTE = """- honours: [LDTT]
  from: 2027-03-01
  before: null
  method: BALLOT
  percent: 75
  of: ALL_MEMBERS
  basis: [1/2027/NĐ-CP]
  confidence: H
"""


def test_a_fictitious_decree_of_2027_needs_no_code(folder):
    """Another threshold, chain, coefficient and vote from 1/3/2027 by editing data only."""
    open_p4 = "- {code: P4, from: 2026-10-01, before: null"
    edit(folder, "periods.yaml", (open_p4, NEW_PERIOD + open_p4.replace("null", "2027-03-01")))
    for path in folder.glob("rules/*.yaml"):
        text = path.read_text("utf-8").replace("P4]", "P4, P5]")
        path.write_text(text.replace("years: 3}}", "years: 2}}").replace("percent: 70}}", "percent: 75}}"), "utf-8")
    edit(folder, "money.yaml", ("fixed:", f"{NEW_SUM}fixed:"))
    edit(folder, "votes.yaml", ("- {honours: [LDTT,", NEW_VOTE + "- {honours: [LDTT,"))
    law = load_law(folder)
    dates = {"dossier_received_on": "2027-06-10", "decided_on": "2027-07-15"}
    verdict = check(case(honour="LDTT", year="2026-2027", **dates), law=law)
    assert verdict.rule.id == "LDTT.P5"
    assert (verdict.money.amount, verdict.vote.percent) == (1_270_000, 75)
    assert check(case(honour="LDTT", **dates)).money is None
    chain = [{"honour": "CSTDCS", "year": year, "revoked": False} for year in ("2025-2026", "2026-2027")]
    higher = case(honour="CSTD_BT", year="2026-2027", facts={"history": chain}, **dates)
    assert met(check(higher, law=law), "CHAIN") is True
    assert met(check(higher), "CHAIN") is False


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        (RULES, "{rating: {at_least: HTT}}", "{ratng: {at_least: HTT}}", r"titles_individual\.yaml, dòng 9: 0\.conditions\.0.*"),
        (RULES, "test: {rating: {at_least: HTT}}", "test: {rating: {at_least: TOT}}", r"dòng 9: .*TOT"),
        (RULES, ", basis: [\"{law} Điều 24\", \"{decree} Điều 5 khoản 2\"]", "", r"dòng 9: .*'basis' is a required property"),
        (RULES, "{decree} Điều 5 khoản 2", "{degree} Điều 5 khoản 2", "chỗ điền lạ 'degree'"),
        (RULES, "periods: [P0]", "periods: [P9]", "không có giai đoạn P9"),
        (RULES, "honour: LDTT", "honour: LDT", "không có danh hiệu, hình thức này"),
        (RULES, "subject: individual", "subject: collective", "không có danh hiệu, hình thức này"),
        (RULES, "meets: LDTT", "meets: LDT", "không có LDT"),
        (RULES, "honour: CSTDCS, years: 3", "honour: CSTDC, years: 3", "không có CSTDC"),
        (RULES, "periods: [P2, P3]", "periods: [P2]", "không có quy định từ 2025-07-01 đến trước 2026-10-01"),
        (RULES, "periods: [P1]", "periods: [P1, P2]", "hai tiêu chuẩn cho giai đoạn P2"),
        (RULES, "  variant: B\n", "  variant: A\n", "hai tiêu chuẩn cho giai đoạn P4"),
        ("periods.yaml", "before: 2017-10-01", "before: 2017-11-01", "chồng nhau"),
        ("periods.yaml", "from: 2014-08-20, before: 2017-10-01", "from: 2017-10-01, before: 2017-10-01", "rỗng"),
        ("periods.yaml", "from: 2014-08-20", "from: 2014-02-30", "không phải ngày có thật"),
        ("honours.yaml", "code: CSTDCS", "code: LDTT", "LDTT có hai lần"),
        ("honours.yaml", "class: TITLE, subjects", "class: TITEL, subjects", r"honours\.yaml, dòng 2: 0\.class"),
        ("honours.yaml", "subjects: [individual, collective]", "subjects: [individual, collective, household]", "không có tiêu chuẩn nào"),
        ("money.yaml", "before: 2016-05-01", "before: 2016-06-01", "base_salary: hai thời kỳ chồng nhau"),
        ("money.yaml", "before: 2016-05-01", "before: 2016-04-01", "base_salary: không có quy định"),
        ("money.yaml", "2024-01-01, before: 2025-07-01, f", "2024-02-01, before: 2025-07-01, f", "không có hệ số hộ gia đình"),
        ("money.yaml", "before: 2025-07-01\n", "before: 2026-07-01\n", "hai mức cùng áp dụng"),
        ("money.yaml", 'individual: "0.3"', "individual: 0.3", r"money\.yaml, dòng"),
        ("money.yaml", "honours: [LDTT]", "honours: [LDT]", r"money\.yaml: honours\.yaml không có LDT"),
        ("votes.yaml", "[LDTT, CSTDCS", "[LDT, CSTDCS", r"votes\.yaml: honours\.yaml không có LDT"),
        ("votes.yaml", "percent: 80", "percent: 40", r"votes\.yaml, dòng"),
        ("authority.yaml", "[CSTDTQ, CO_CP", "[CSTDTK, CO_CP", r"authority\.yaml: honours\.yaml không có CSTDTK"),
        ("authority.yaml", "level: school", "level: truong", r"authority\.yaml, dòng"),
        ("dossiers.yaml", "honours: [GK]", "honours: [GIAY]", r"dossiers\.yaml: honours\.yaml không có GIAY"),
        ("framework.yaml", "before: 2024-01-01", "before: 2023-01-01", r"framework\.yaml: hold: không có quy định"),
        ("framework.yaml", "min_months: 6", "min_months: sáu", r"framework\.yaml, dòng"),
        ("votes.yaml", "- {honours", "- {honours: [", r"votes\.yaml: "),
    ],
)  # fmt: skip
def test_bad_data_is_refused(folder, name, old, new, message):
    edit(folder, name, (old, new))
    with pytest.raises(LawDataError, match=message):
        load_law(folder)


def test_a_value_that_came_in_by_a_merge_is_reported_at_its_record(folder):
    path = folder / "votes.yaml"
    known = "honours: [LDTT], from: 2014-08-20, before: null, method: BALLOT, of: PRESENT, basis: [abc], confidence: H"
    line = f"- {{<<: {{percent: 40}}, {known}}}"
    path.write_text(path.read_text("utf-8") + line, "utf-8")
    with pytest.raises(LawDataError, match=rf"dòng {len(path.read_text('utf-8').splitlines())}: \d+\.percent"):
        load_law(folder)


def test_a_figure_of_local_policy_that_is_not_set_asks_nothing():
    leave = compile_test({"leave_working_days": {"below": None, "policy": "max_leave_working_days"}})
    months = compile_test({"months_worked": {"at_least": None, "policy": "min_months_worked"}})
    parsed = parse_case(case())
    context = Context(parsed, TODAY, shipped_law().honours, (), True)
    assert leave.limit(parsed.policy) is months.limit(parsed.policy) is None
    assert leave.check(context)[0] is months.check(context)[0] is True
