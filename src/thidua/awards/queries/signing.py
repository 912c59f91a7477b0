"""Who signs for a deciding unit, and as what."""

from dataclasses import dataclass
from datetime import date

from thidua.awards.errors import AwardsError
from thidua.core.documents.builders.letterhead import Letterhead
from thidua.core.documents.model import Signer
from thidua.core.documents.signing import SigningForm, sign
from thidua.orgs.models import UnitKind, UnitSpan
from thidua.orgs.queries.people import list_appointments
from thidua.orgs.queries.units import get_span

_DEPUTY = "Phó "
# Bodies that print the unit above them in the head of their documents (Decree 30/2020 Annex I, II.2); a people's committee stands alone.
_WITH_PARENT = frozenset(UnitKind) - {UnitKind.MINISTRY, UnitKind.PROVINCE, UnitKind.COMMUNE}


@dataclass(frozen=True, slots=True)
class Signing:
    """Thể thức ký: `authority` is the post that decides, with its unit (`Giám đốc Sở Giáo dục và Đào tạo`)."""

    signer: Signer
    authority: str
    position: str
    letterhead: Letterhead


def get_signing(unit_id: int, person_id: int | None, on: date) -> Signing:
    """How the person signs for the unit on the day; a deputy signs for the head (KT.).

    Raises AwardsError when the person holds no post as manager in the unit.
    """
    span = get_span(unit_id, on)
    post = None
    if person_id is not None:
        posts = list_appointments(on).filter(person_id=person_id, unit_id=unit_id, is_manager=True)
        post = posts.select_related("person").order_by("starts_on", "pk").first()
    if post is None:
        raise AwardsError(
            f"Bạn không giữ chức vụ lãnh đạo ở {span.name} trong ngày {on:%d/%m/%Y} nên không ký được. "
            "Hãy kiểm tra ngày ký hoặc bổ sung chức vụ trong hồ sơ nhân sự."
        )
    title = post.title
    head = title
    if title.startswith(_DEPUTY):
        head = title.removeprefix(_DEPUTY).strip()
        head = head[:1].upper() + head[1:]
        signer = sign(title, post.person.full_name, form=SigningForm.DEPUTY, of=head)
    else:
        signer = sign(title, post.person.full_name)
    return Signing(signer, f"{head} {span.name}", title, get_letterhead(span, on))


def get_letterhead(span: UnitSpan, on: date) -> Letterhead:
    """The head of the unit's documents on the day."""
    parent = ""
    if span.managing_body_id and span.kind in _WITH_PARENT:
        parent = get_span(span.managing_body_id, on).name
    return Letterhead(issuer=span.name, abbreviation=span.symbol, place=span.place, parent_body=parent)
