"""Eligibility of the whole sample province: 1,200 people for three honours, in one query plan against one plan per person."""

from datetime import date

from bench.support import count_queries, cpu_seconds, load_sample, row

HONOURS = ("LDTT", "CSTDCS", "BK_BT")
YEAR = "2025-2026"
TODAY = date(2026, 6, 20)


def run() -> list[dict[str, object]]:
    """CPU and queries of both ways; fails when they disagree about anybody."""
    from thidua.awards.facts import assess

    load_sample()
    candidates = _candidates()
    one_by_one: dict = {}

    def together() -> dict:
        return assess(candidates, today=TODAY)

    def apart() -> None:
        one_by_one.clear()
        for start in range(0, len(candidates), len(HONOURS)):
            one_by_one.update(assess(candidates[start : start + len(HONOURS)], today=TODAY))

    name = f"eligibility, {len(candidates) // len(HONOURS)} people x {len(HONOURS)} honours"
    ours = row(name, cpu_seconds(together, repeat=3), cpu_seconds(apart, repeat=1, warm_up=0))
    found = together()
    assert {key: one.as_dict() for key, one in found.items()} == {key: one.as_dict() for key, one in one_by_one.items()}
    return [ours, row(name, count_queries(together), count_queries(apart), "queries")]


def _candidates() -> list:
    """Everybody with a post on the day, for each honour; those of one person stand together."""
    from thidua.awards.facts import Candidate
    from thidua.orgs.queries.people import list_appointments

    posts = dict(list_appointments(TODAY).order_by("pk").values_list("person_id", "unit_id"))
    return [
        Candidate(key=(person, honour), honour=honour, year=YEAR, unit_id=unit, person_id=person)
        for person, unit in posts.items()
        for honour in HONOURS
    ]
