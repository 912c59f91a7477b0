"""What a careful clerk would point out before the plan goes out. Each finding states only what the text shows."""

import re
from collections.abc import Iterator, Sequence

from thidua.core.reading import citation_checks
from thidua.core.reading.doubled import find_doubled
from thidua.core.reading.head_checks import check_head
from thidua.core.reading.layout import Layout
from thidua.core.reading.model import ActRecord, Citation, Finding, Header, Target
from thidua.core.reading.normalise import fold
from thidua.core.reading.tree import Paragraph

_TOLERANCE = 0.05  # percentage points between a printed share and the one its fraction gives
_SHARE = re.compile(r"\d+\s*/\s*\d+.*%|\d[\d.,]*\s*%.*\d+\s*/\s*\d+")


def read_findings(
    layout: Layout,
    header: Header,
    items: list[Paragraph],
    mentions: Sequence[Citation],
    citations: Sequence[Citation],
    targets: Sequence[Target],
    acts: Sequence[ActRecord],
    text: str,
) -> tuple[Finding, ...]:
    """All findings, in the order of the text. `mentions` has every place a document is cited, `citations` each once."""
    found = [
        *check_head(layout, header),
        *_ratios(targets),
        *_growth(targets),
        *citation_checks.incomplete(citations, text),
        *citation_checks.mismatched(mentions, text),
        *citation_checks.conflicting(mentions, text),
        *citation_checks.stale(citations, header, text),
        *citation_checks.superseded(citations, header, acts, text),
        *find_doubled(items),
    ]
    return tuple(sorted(found, key=lambda finding: (finding.span.start, finding.kind)))


def _ratios(targets: Sequence[Target]) -> Iterator[Finding]:
    """A fraction that does not give the percentage printed beside it."""
    for target in targets:
        if target.unit != "%" or not target.denominator or target.numerator is None:
            continue
        share = 100 * target.numerator / target.denominator
        if abs(share - target.value) > _TOLERANCE:
            match = _SHARE.search(target.text)
            given = f"{target.numerator}/{target.denominator}"
            why = f"{given} bằng {_comma(share)}%, không phải {_comma(target.value)}%."
            yield Finding("ratio_mismatch", match.group() if match else target.text, why, target.span)


def _comma(value: float) -> str:
    """A number with decimal comma and at most two decimals."""
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def _growth(targets: Sequence[Target]) -> Iterator[Finding]:
    """A rate of growth without the year it is measured against."""
    for target in targets:
        folded = fold(target.text)
        if target.unit == "%" and re.match(r"(?:tang|giam)\b", folded) and "so voi" not in folded:
            why = "Chỉ tiêu tăng, giảm nhưng chưa nêu năm gốc để so sánh."
            yield Finding("increase_target", target.text, why, target.span)
