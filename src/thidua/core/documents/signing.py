"""Who signs, and in what capacity (Decree 30/2020, Article 13 and Annex I, II.7)."""

from enum import Enum

from thidua.core.documents.model import Signer


class SigningForm(Enum):
    """Hình thức ký: the letters before the post of the one signed for."""

    HEAD = ""
    ACTING = "Q."
    DEPUTY = "KT."
    BY_ORDER = "TL."
    PROXY = "TUQ."


def sign(
    position: str,
    name: str,
    *,
    form: SigningForm = SigningForm.HEAD,
    of: str = "",
    collective: str = "",
    extra: str = "",
) -> Signer:
    """Build the signer of a document.

    position: the signer's own post ("Phó Giám đốc"). of: the post signed for ("Giám đốc"), needed for KT., TL., TUQ.
    collective: the body signed for ("Hội đồng"), printed after TM. extra: the signer's other post (councils).
    Raises ValueError when a form needs `of` and has none.
    """
    lines = [f"TM. {collective}"] if collective else []
    if form is SigningForm.ACTING:
        position = f"{form.value} {position}"
    elif form is not SigningForm.HEAD:
        if not of:
            raise ValueError(f"Ký {form.value} cần ghi chức vụ của người được ký thay")
        lines.append(f"{form.value} {of}")
    return Signer(position=position, name=name, capacity=" ".join(lines), extra_position=extra)
