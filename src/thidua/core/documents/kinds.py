"""The kinds of administrative documents and their abbreviations (Decree 30/2020/NĐ-CP, Annex III)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class DocumentKind:
    """Loại văn bản: its abbreviation, printed name, and what its form (Annex III, part II) leaves out or adds.

    titled: the name and subject are printed in the middle of the page; official letters print "V/v" instead.
    dated: place and date stand in the header; minutes tell them in their text (form 1.9).
    addressed: "Kính gửi" is printed where there are addressees (II.9a).
    """

    code: str
    name: str
    titled: bool = True
    dated: bool = True
    addressed: bool = False


_NAMED = (
    ("NQ", "Nghị quyết"),
    ("CT", "Chỉ thị"),
    ("QC", "Quy chế"),
    ("QyĐ", "Quy định"),
    ("TC", "Thông cáo"),
    ("TB", "Thông báo"),
    ("HD", "Hướng dẫn"),
    ("CTr", "Chương trình"),
    ("KH", "Kế hoạch"),
    ("PA", "Phương án"),
    ("ĐA", "Đề án"),
    ("DA", "Dự án"),
    ("HĐ", "Hợp đồng"),
    ("CĐ", "Công điện"),
    ("BGN", "Bản ghi nhớ"),
    ("BTT", "Bản thỏa thuận"),
    ("GUQ", "Giấy ủy quyền"),
    ("GM", "Giấy mời"),
    ("GGT", "Giấy giới thiệu"),
    ("GNP", "Giấy nghỉ phép"),
    ("PG", "Phiếu gửi"),
    ("PC", "Phiếu chuyển"),
    ("PB", "Phiếu báo"),
    ("SY", "Bản sao y"),
    ("TrS", "Trích sao"),
    ("SL", "Sao lục"),
    ("QĐ", "Quyết định"),
)

# GƯ is no kind of Annex III: blocks of units sign commitments under the sector's own rules.
KINDS: dict[str, DocumentKind] = {
    kind.code: kind
    for kind in (
        *(DocumentKind(code, name) for code, name in _NAMED),
        DocumentKind("BC", "Báo cáo", addressed=True),
        DocumentKind("TTr", "Tờ trình", addressed=True),
        DocumentKind("BB", "Biên bản", dated=False),
        DocumentKind("CV", "Công văn", titled=False, addressed=True),
        DocumentKind("GƯ", "Giao ước"),
    )
}


def find_kind(text: str) -> DocumentKind | None:
    """Find a kind by abbreviation ("KH") or printed name ("Kế hoạch"), whatever the case; None when unknown."""
    wanted = text.strip().casefold()
    return next((kind for kind in KINDS.values() if wanted in (kind.code.casefold(), kind.name.casefold())), None)
