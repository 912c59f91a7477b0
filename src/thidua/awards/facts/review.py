"""A whole dossier held against the law: every candidate, every paper, everything that stands in the way."""

from dataclasses import dataclass
from datetime import date

from thidua.awards.facts.papers import Part, list_parts
from thidua.awards.facts.verdicts import Assessed, assess_nominations
from thidua.awards.models import Dossier, DossierPaper, Nomination
from thidua.awards.queries.nominations import list_nominations
from thidua.core.law.honours import honour
from thidua.core.law.verdict import SUSPENDED
from thidua.orgs.queries.units import get_spans


@dataclass(frozen=True, slots=True)
class Review:
    """Kết quả rà soát hồ sơ. `names` gives the candidate of each nomination."""

    nominations: list[Nomination]
    assessed: dict[int, Assessed]
    papers: list[DossierPaper]
    parts: tuple[Part, ...]
    names: dict[int, str]
    obstacles: tuple[str, ...]


def review(dossier: Dossier, *, today: date) -> Review:
    """Look through the dossier as it stands, under the law of the day it was received (today when it was not).

    A constant number of queries, however many are nominated.
    """
    rows = list(list_nominations(dossier.pk))
    for row in rows:
        row.dossier = dossier  # what is about to be written counts, not what is stored
    assessed = assess_nominations(rows, today=today)
    spans = get_spans((row.collective_id for row in rows if row.collective_id is not None), today)
    names = {row.pk: row.person.full_name if row.person else spans[row.collective_id or 0].name for row in rows}
    papers = list(dossier.papers.select_related("file").order_by("pk"))
    parts = list_parts(rows, assessed, papers, names)
    return Review(rows, assessed, papers, parts, names, _obstacles(rows, assessed, names))


def _obstacles(rows: list[Nomination], assessed: dict[int, Assessed], names: dict[int, str]) -> tuple[str, ...]:
    """Whole sentences: what keeps the dossier from going on."""
    if not rows:
        return ("Hồ sơ chưa có cá nhân, tập thể nào được đề nghị.",)
    found = []
    for row in rows:
        one = assessed[row.pk]
        who = f"{names[row.pk]} ({honour(row.honour).short})"
        if one.outcome == SUSPENDED:
            found.append(f"{who}: đang tạm dừng xét khen thưởng. Hãy bỏ đề nghị này hoặc chờ có kết luận.")
        elif one.is_refused:
            why = "; ".join(f"{condition.text} – {condition.found}" for condition in one.unmet)
            found.append(f"{who}: không đủ điều kiện. {why}.")
    return tuple(found)
