"""The submission letter of a dossier, written from what is stored."""

from dataclasses import dataclass
from datetime import date

from thidua.awards.models import Dossier, Nomination
from thidua.awards.queries.nominations import get_posts, list_nominations
from thidua.core.access import Actor
from thidua.core.documents.builders.letterhead import Honouree, Letterhead
from thidua.core.documents.builders.submission import SubmissionText, build_submission
from thidua.core.documents.model import Signer
from thidua.core.documents.parse import to_dict
from thidua.core.documents.signing import sign
from thidua.core.law.bases import list_award_bases
from thidua.core.law.honours import honour
from thidua.core.time.years import parse_year
from thidua.orgs.models import UnitKind, UnitSpan
from thidua.orgs.queries.people import get_main_appointment
from thidua.orgs.queries.units import get_spans
from thidua.records.actions.documents import DocumentDraft

COMMITTEES = frozenset({UnitKind.PROVINCE, UnitKind.COMMUNE})


@dataclass(frozen=True, slots=True)
class _Names:
    """Units and posts as they are on the day of the letter."""

    spans: dict[int, UnitSpan]
    posts: dict[int, str]

    def unit(self, pk: int | None) -> str:
        return self.spans[pk].name if pk in self.spans else ""


def draft_submission(dossier: Dossier, *, enclosures: tuple[str, ...], by: Actor, on: date) -> DocumentDraft:
    """The letter as `records` keeps it, without number; signed by the actor in the post held on the day.

    Raises ValueError when the dossier names nobody.
    """
    rows = list(list_nominations(dossier.pk))
    names = _gather_names(dossier, rows, on)
    own = names.spans[dossier.unit_id]
    signer = _signer(own, by, on)
    text = SubmissionText(
        letterhead=Letterhead(own.name, own.symbol, own.place, names.unit(own.managing_body_id)),
        addressees=(_addressee(dossier, names),),
        period=parse_year(dossier.year).title,
        council="",
        signer=signer,
        individuals=tuple(_person(row, names) for row in rows if row.person_id is not None),
        collectives=tuple(_collective(row, names) for row in rows if row.collective_id is not None),
        legal_bases=list_award_bases(on),
        enclosures=enclosures,
        recipients=("Như trên", f"Lưu: VT, {own.symbol}"),
    )
    built = build_submission(text)
    return DocumentDraft(
        kind=built.kind,
        symbol=built.symbol,
        subject=built.subject,
        content=to_dict(built),
        signer_name=signer.name,
        signer_position=signer.position,
    )


def _gather_names(dossier: Dossier, rows: list[Nomination], on: date) -> _Names:
    posts = get_posts((row.person_id for row in rows if row.person_id is not None), on)
    ids = {dossier.unit_id, dossier.deciding_unit_id}
    ids |= {post.unit_id for post in posts.values()} | {row.collective_id for row in rows if row.collective_id}
    spans = get_spans(ids, on)
    above = {span.managing_body_id for span in spans.values() if span.managing_body_id} - ids
    spans |= get_spans(above, on)
    titles = {pk: f"{post.title}, {spans[post.unit_id].name}" for pk, post in posts.items()}
    return _Names(spans, titles)


def _addressee(dossier: Dossier, names: _Names) -> str:
    if dossier.deciding_unit_id == dossier.unit_id:
        return f"Hội đồng Thi đua - Khen thưởng {names.unit(dossier.unit_id)}"
    return names.unit(dossier.deciding_unit_id)


def _person(row: Nomination, names: _Names) -> Honouree:
    assert row.person is not None
    detail = names.posts.get(row.person.pk) or names.unit(row.dossier.unit_id)
    return Honouree(row.person.full_name, detail, honour(row.honour).name)


def _collective(row: Nomination, names: _Names) -> Honouree:
    assert row.collective_id is not None
    above = names.spans[row.collective_id].managing_body_id
    return Honouree(names.unit(row.collective_id), names.unit(above), honour(row.honour).name)


def _signer(own: UnitSpan, by: Actor, on: date) -> Signer:
    post = get_main_appointment(by.person_id, on) if by.person_id is not None else None
    collective = "Uỷ ban nhân dân" if own.kind in COMMITTEES else ""
    return sign(post.title if post else "Thủ trưởng đơn vị", by.name, collective=collective)
