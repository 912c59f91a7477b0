"""How the words of a certificate are broken and scaled to fit its sheet, reckoned from the widths of the font."""

from dataclasses import dataclass

from thidua.core.documents.breaking import break_evenly
from thidua.core.documents.certificate import Certificate, CertificateDesign
from thidua.core.documents.text import clean

LINE_EM = 1.31  # a line with its leading
SCALES = (1.0, 0.93, 0.86, 0.8, 0.74, 0.68, 0.62, 0.56, 0.5, 0.45, 0.4, 0.35, 0.3, 0.25, 0.2)
GAP_MM = 1.8  # between components
MM_PER_POINT = 25.4 / 72


@dataclass(frozen=True)
class FittedLines:
    """Phần chữ đã ngắt dòng: (component, line) pairs from authority to achievement, and the scale of their sizes."""

    lines: tuple[tuple[str, str], ...]
    scale: float


def text_room_mm(design: CertificateDesign) -> tuple[float, float]:
    """Return width and height in mm left for the award's words between the national title and the signature."""
    width = design.width_mm - 2 * design.frame_mm - 44
    head, foot = 30.0, 40.0 + design.signature_room_mm
    return width, design.height_mm - 2 * design.frame_mm - head - foot


def fit(certificate: Certificate) -> FittedLines:
    """Break the award's words into even lines at the largest scale at which they fit."""
    design = certificate.design
    width, height = text_room_mm(design)
    texts = (
        ("authority", clean(certificate.authority).upper(), design.authority_pt, True),
        ("verb", clean(certificate.verb).upper(), design.text_pt, True),
        ("honour", clean(certificate.honour).upper(), design.honour_pt, True),
        ("name", clean(certificate.name), design.name_pt, True),
        ("detail", clean(certificate.detail), design.text_pt, False),
        ("achievement", clean(certificate.achievement), design.text_pt, False),
    )
    lines: list[tuple[str, str]] = []
    for scale in SCALES:
        lines, used = [], 0.0
        for part, text, size, bold in texts:
            broken = break_evenly(text, size * scale, width, bold=bold) if text else ()
            lines += [(part, line) for line in broken]
            used += GAP_MM * scale + len(broken) * size * scale * LINE_EM * MM_PER_POINT
        if used <= height:
            break
    return FittedLines(tuple(lines), scale)
