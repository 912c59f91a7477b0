"""Which papers a dossier needs by the law of its date, and which are there (N3)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from thidua.awards.facts.verdicts import Assessed
from thidua.awards.models import DossierPaper, Nomination


class Source(StrEnum):
    """Where a part of the dossier comes from."""

    FILE = "file"
    DATA = "data"
    SUBMISSION = "submission"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Part:
    """Thành phần hồ sơ: a paper the law asks for, for the honours named, and how the dossier has it.

    `lacking` names the candidates for whom it is still missing, where it is one per candidate.
    """

    name: str
    honours: tuple[str, ...]
    source: Source
    lacking: tuple[str, ...] = ()

    @property
    def is_there(self) -> bool:
        return self.source is not Source.MISSING


def list_parts(
    nominations: Iterable[Nomination],
    assessed: Mapping[int, Assessed],
    papers: Iterable[DossierPaper],
    names: Mapping[int, str],
) -> tuple[Part, ...]:
    """The parts that the nominations need, in the order of the law; `names` gives the candidate of each nomination.

    The submission letter and the list of names are made when the dossier is submitted; reports and certificates count as
    there when the data of every candidate hold them; everything else needs a file.
    """
    attached = {paper.part for paper in papers if paper.part}
    needed: dict[str, list[Nomination]] = {}
    for row in nominations:
        verdict = assessed[row.pk].verdict
        for part in verdict.dossier if verdict else ():
            needed.setdefault(part, []).append(row)
    parts = []
    for part, rows in needed.items():
        source, lacking = _source(part, rows, assessed, attached)
        honours = tuple(dict.fromkeys(row.honour for row in rows))
        parts.append(Part(part, honours, source, tuple(names[row.pk] for row in lacking)))
    return tuple(parts)


def _source(
    part: str, rows: list[Nomination], assessed: Mapping[int, Assessed], attached: set[str]
) -> tuple[Source, list[Nomination]]:
    if part.startswith(("Tờ trình", "Danh sách")):
        return Source.SUBMISSION, []
    if part in attached:
        return Source.FILE, []
    if part.startswith("Báo cáo"):
        lacking = [row for row in rows if not row.achievement.strip()]
    elif part.startswith("Giấy"):
        lacking = [row for row in rows if not _has_certificate(row, part, assessed[row.pk])]
    else:
        return Source.MISSING, []
    return (Source.MISSING, lacking) if lacking else (Source.DATA, [])


def _has_certificate(row: Nomination, part: str, assessed: Assessed) -> bool:
    """The decision that recognised the initiative named as ground; not needed where the honour rests on something else."""
    if row.initiative is not None:
        return bool(row.initiative.recognised_by)
    if "khi dùng" in part:
        return True
    return "hoàn thành xuất sắc" in part and assessed.case.facts.rating == "HTXS"
