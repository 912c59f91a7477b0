"""Whether a text is a plan at all, and what a person should know before confirming it."""

import re

from thidua.core.reading.model import Header, Signer, Target
from thidua.core.reading.normalise import fold
from thidua.core.reading.tree import Paragraph

_GENRE = re.compile(r"\bthi dua\b|\bphong trao\b|\bke hoach\b|\bchi tieu\b|\bkhen thuong\b")


def check_plan(
    text: str, header: Header, signer: Signer, recipients: int, items: list[Paragraph], targets: tuple[Target, ...]
) -> tuple[bool, tuple[str, ...]]:
    """(looks like a plan, reasons in Vietnamese: what is missing for a plan, or that it has no targets)."""
    lacking = []
    if not (header.kind or header.subject):
        lacking.append("Không thấy tên loại văn bản hoặc trích yếu.")
    if len(_GENRE.findall(fold(text))) < 3:
        lacking.append("Nội dung không nói về thi đua, phong trào hay kế hoạch.")
    if sum(bool(item.kind) for item in items) < 2:
        lacking.append("Nội dung không chia mục.")
    if not (header.symbol or header.date or signer.position or recipients):
        lacking.append("Không thấy số, ký hiệu, ngày ban hành, nơi nhận hay người ký.")
    if len(lacking) >= 2:
        return False, tuple(lacking)
    if not targets:
        lacking.append("Văn bản không nêu chỉ tiêu định lượng nào.")
    return True, tuple(lacking)
