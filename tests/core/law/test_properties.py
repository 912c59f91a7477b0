"""What must hold for every case: more merit never hurts, a revoked award never helps, order and ignorance change nothing."""

from copy import deepcopy

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.law.cases import COLLECTIVE, DATES, TEACHER, award, case, check, initiative

ELIGIBLE, NOT_ELIGIBLE = "ELIGIBLE", "NOT_ELIGIBLE"
PERSONS = ["LDTT", "CSTDCS", "CSTD_BT", "CSTDTQ", "GK", "BK_BT", "BK_BO", "KNC_GD", "BK_TTG"]
GROUPS = ["TTLDTT", "TTLDXS", "CO_BT", "CO_CP", "GK", "BK_BT", "BK_BO"]
YEARS = [f"{year}-{year + 1}" for year in range(2020, 2026)]
RATINGS = ["KHT", "HT", "HTT", "HTXS"]
DAYS = ["2023-10-01", "2024-11-01", "2025-10-01", "2026-04-10", "2026-10-15"]
maybe_bool = st.sampled_from([True, True, True, False, None])
ratings = st.sampled_from([*RATINGS, "HTXS", None])
awards = st.builds(
    award,
    st.sampled_from(["CSTDCS", "CSTDCS", "CSTD_BT", "LDTT", "TTLDXS", "GK"]),
    st.sampled_from([*YEARS, "2025"]),
    revoked=st.sampled_from([False, False, False, True, None]),
    stream=st.sampled_from(["MERIT", "MERIT", "AD_HOC", None]),
)
works = st.builds(
    initiative,
    st.sampled_from(["co_so", "bo_tinh", "toan_quoc", None]),
    st.sampled_from([*DAYS, None]),
    st.sampled_from([None, None, "TITLE:CSTDCS", "FORM:BK_BT"]),
)
disciplines = st.fixed_dictionaries(
    {
        "level": st.sampled_from(["khien_trach", "canh_cao", None]),
        "from": st.sampled_from([*DAYS, None]),
        "to": st.sampled_from(["2026-12-31", None]),
        "duty_related": st.sampled_from([True, False, None]),
    }
)
holds = st.lists(
    st.fixed_dictionaries({"from": st.sampled_from(DAYS), "to": st.sampled_from(["2026-12-31", None])}), max_size=1
)
person_facts = st.fixed_dictionaries(
    {
        "rating": ratings,
        "takes_part": maybe_bool,
        "registered": maybe_bool,
        "months_worked": st.sampled_from([4, 8, 10, 12, None]),
        "maternity_days": st.sampled_from([0, 60, 180, None]),
        "leave_working_days": st.sampled_from([0, 39, 40, None]),
        "discipline": st.none() | st.just([]) | st.lists(disciplines, max_size=1),
        "sanctions": st.none() | st.just([]) | st.just([{"on": "2022-03-01"}]),
        "holds": st.none() | st.just([]) | holds,
        "initiatives": st.none() | st.lists(works, max_size=3),
        "research": st.none() | st.just([]),
        "ratings": st.dictionaries(st.sampled_from(YEARS[:-1]), st.sampled_from(RATINGS), max_size=4),
        "history": st.none() | st.lists(awards, max_size=7),
        "years_in_sector": st.sampled_from([8, 15, 20, 25, None]),
        "years_in_hard_area": st.sampled_from([0, 5, 8, None]),
    }
)
group_facts = st.fixed_dictionaries(
    {
        "rating": ratings,
        "takes_part": maybe_bool,
        "leads_block": maybe_bool,
        "holds": st.none() | st.just([]) | holds,
        "ratings": st.dictionaries(st.sampled_from(YEARS[:-1]), st.sampled_from(RATINGS), max_size=4),
        "history": st.none() | st.lists(awards, max_size=4),
        "members": st.fixed_dictionaries(
            {
                "total": st.sampled_from([10, None]),
                "at_least_ht": st.sampled_from([9, 10, None]),
                "LDTT": st.sampled_from([5, 6, 7, 10, None]),
                "CSTDCS": st.sampled_from([0, 1, None]),
                "disciplined_canh_cao_or_more": st.sampled_from([0, 1, None]),
            }
        ),
    }
)


@st.composite
def cases(draw):
    person = draw(st.booleans())
    base = TEACHER if person else COLLECTIVE
    data = deepcopy(base) | {
        "honour": draw(st.sampled_from(PERSONS if person else GROUPS)),
        "stream": draw(st.sampled_from(["MERIT", "MERIT", "THEMATIC", "AD_HOC"])),
        "unit": draw(
            st.sampled_from(
                [{"kind": "THCS", "managed_by": "commune"}, {"kind": "DH", "managed_by": "ministry"}, {"kind": "XA"}]
            )
        ),
        "policy": draw(st.sampled_from([{}, {"min_months_worked": 10}, {"max_leave_working_days": 40}])),
        "facts": draw(person_facts if person else group_facts),
    }
    received, decided, _ = DATES[draw(st.sampled_from(list(DATES)))]
    return data | {"dossier_received_on": received, "decided_on": decided}


@st.composite
def good_cases(draw):
    """Mostly meeting everything, so that ELIGIBLE is common."""
    data = draw(cases())
    person = data["subject"] == "individual"
    full = case(TEACHER if person else COLLECTIVE)["facts"]
    kept = draw(st.sets(st.sampled_from(sorted(data["facts"])), max_size=3))
    data["facts"] = {**full, **{key: data["facts"][key] for key in kept}}
    if person and draw(st.booleans()):
        chain = [award(code, year) for code in ("CSTDCS", "CSTD_BT") for year in YEARS]
        data["facts"] |= {
            "history": chain,
            "initiatives": [initiative("toan_quoc"), initiative("toan_quoc", "2025-10-01")],
        }
        data["facts"] |= {"years_in_sector": 25}
    return data


some_case = st.one_of(cases(), good_cases())


@settings(max_examples=150, deadline=None)
@given(some_case, st.data())
def test_unknown_never_counts_as_false(data, draw):
    """Forgetting facts may open a question but never closes one, and never the other way round."""
    facts = data["facts"]
    forgotten = draw.draw(st.sets(st.sampled_from(sorted(facts))))
    less = deepcopy(data) | {"facts": {key: value for key, value in facts.items() if key not in forgotten}}
    before, after = check(data).outcome, check(less).outcome
    if after in (ELIGIBLE, NOT_ELIGIBLE) and before != "SUSPENDED":
        assert before == after


@settings(max_examples=100, deadline=None)
@given(some_case, st.randoms(use_true_random=False))
def test_the_order_of_history_does_not_matter(data, random):
    shuffled = deepcopy(data)
    for key in ("history", "initiatives", "discipline", "holds"):
        if shuffled["facts"].get(key):
            random.shuffle(shuffled["facts"][key])
    first, second = check(data), check(shuffled)
    assert first.outcome == second.outcome
    assert [one.met for one in first.conditions] == [one.met for one in second.conditions]


@settings(max_examples=100, deadline=None)
@given(some_case, st.sampled_from(["CSTDCS", "CSTD_BT", "TTLDXS", "KNC_GD"]), st.sampled_from(YEARS))
def test_a_revoked_award_never_helps(data, honour, year):
    if data["facts"].get("history") is None:
        data["facts"]["history"] = []
    more = deepcopy(data)
    more["facts"]["history"].append(award(honour, year, revoked=True))
    first, second = check(data), check(more)
    assert first.outcome == second.outcome
    assert [one.met for one in first.conditions] == [one.met for one in second.conditions]


def better(data, draw):
    """The same case with one more merit, or None where there is nothing to better."""
    more = deepcopy(data)
    facts = more["facts"]
    person = more["subject"] == "individual"
    step = draw.draw(st.sampled_from(["rating", "ratings", "history", "works", "months", "years", "members", "flags"]))
    if step == "rating":
        facts["rating"] = "HTXS"
    elif step == "ratings":
        facts["ratings"] = facts.get("ratings", {}) | dict.fromkeys(YEARS, "HTXS")
    elif step == "history" and facts.get("history") is not None:
        title = draw.draw(st.sampled_from(["LDTT", "CSTDCS", "CSTD_BT"] if person else ["TTLDXS", "CO_BT"]))
        facts["history"].append(award(title, draw.draw(st.sampled_from(YEARS))))
    elif step == "works" and facts.get("initiatives") is not None:
        facts["initiatives"].append(draw.draw(works))
    elif step == "months" and person:
        facts |= {"months_worked": 12, "leave_working_days": 0}
    elif step == "years" and facts.get("years_in_sector") is not None:
        facts["years_in_sector"] += 5
    elif step == "members" and not person:
        facts["members"] = {"total": 10, "at_least_ht": 10, "LDTT": 10, "CSTDCS": 5, "disciplined_canh_cao_or_more": 0}
    else:
        facts |= {"takes_part": True} if person else {"takes_part": True, "leads_block": True}
    return more


@settings(max_examples=200, deadline=None)
@given(some_case, st.data())
def test_more_merit_never_turns_eligible_into_not_eligible(data, draw):
    """The one cap by name, once per person (KNC), is not among the merits added here."""
    order = [NOT_ELIGIBLE, "NEEDS_HUMAN", ELIGIBLE]
    before, after = check(data).outcome, check(better(data, draw)).outcome
    if before == ELIGIBLE:
        assert after == ELIGIBLE
    elif before in order:
        assert order.index(after) >= order.index(before) or after == "NEEDS_HUMAN"
