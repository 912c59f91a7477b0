"""Names of document types (Decree 30/2020, Annex III) and the signs by which the lines of a head are told apart."""

import re

from thidua.core.reading.lines import Line, is_upper
from thidua.core.reading.normalise import fold
from thidua.core.reading.patterns import any_of

# Annex III of Decree 30/2020/NĐ-CP, with the codes used in symbols; older or party types after them.
TYPE_CODES = {
    "Nghị quyết": "NQ", "Quyết định": "QĐ", "Chỉ thị": "CT", "Quy chế": "QC", "Quy định": "QyĐ", "Thông cáo": "TC",
    "Thông báo": "TB", "Hướng dẫn": "HD", "Chương trình": "CTr", "Kế hoạch": "KH", "Phương án": "PA", "Đề án": "ĐA",
    "Dự án": "DA", "Báo cáo": "BC", "Biên bản": "BB", "Tờ trình": "TTr", "Hợp đồng": "HĐ", "Công điện": "CĐ",
    "Bản ghi nhớ": "BGN", "Bản thỏa thuận": "BTT", "Giấy ủy quyền": "GUQ", "Giấy mời": "GM",
    "Giấy giới thiệu": "GGT", "Giấy nghỉ phép": "GNP", "Phiếu gửi": "PG", "Phiếu chuyển": "PC", "Phiếu báo": "PB",
}  # fmt: skip
_MORE_TYPES = ("Chương trình hành động", "Kết luận", "Thông tri", "Công văn", "Lời kêu gọi", "Giao ước thi đua")
_TYPES = sorted([*TYPE_CODES, *_MORE_TYPES], key=len, reverse=True)
_TYPE = re.compile("(" + "|".join(re.escape(fold(name)) for name in _TYPES) + r")(?![a-z])")
_BY_FOLD = {fold(name): name for name in _TYPES}

_OPENER = re.compile(
    any_of(
        "can cu | nham | tiep tuc | phat huy | huong ung | tren co so | xet | chao mung | nhan dip",
        "thuc hien (?:cong van|ke hoach|chi thi|quyet dinh|van ban|huong dan|chu de|nghi quyet|chuong trinh|nhiem vu|chu truong)",
        "thuc hien (?:su chi dao|thong tu|luat|nghi dinh|cong dien|ket luan|cac)",
        "trien khai (?:thuc hien )?(?:cong van|ke hoach|chi thi|quyet dinh|van ban|huong dan)",
        "de (?:trien khai|thuc hien|phat huy|tiep|chao|lap|nang|huong) | theo (?:de nghi|ke hoach|chi dao|cong van)",
        "nam (?:hoc )?\\d{4}.{0,14} la | phan (?:i|thu nhat|1)",
    )
    + r"\b|(?:i\s*[.)/]|1\s*[.)/]|a\s*[.)])\s"
)
_STATE = re.compile(
    r"cong hoa xa hoi|doc lap\s*-\s*tu do|dang cong san|^so\s*[:.]|^so\s+\d+|/(?:kh|qd|ct|tb|hd|bc|ctr|ttr)-"
    r"|,\s*ngay\b|^ngay\b.{0,12}thang"
)
_LAUNCHING = re.compile(r"\b(?:phat dong|phong trao|thi dua|trien khai|to chuc|huong dan|huong ung)\b")
_ORGANISATION = re.compile(
    r"^(?:ubnd|uy ban|so |phong (?!trao)|truong |bo |hoi dong|cong doan|lien doan|dang uy|dang bo|trung tam|ban |cum |khoi "
    r"|dai hoc|hoc vien|vien |tong |cuc |huyen uy|tinh uy|thanh uy|thi uy|doan |hoi |vu |mat tran|van phong|chi bo|nhom )"
)


def type_at_start(text: str) -> int:
    """Length of the type name a title line opens with (0 if none): in capitals, or alone on its line."""
    match = _TYPE.match(fold(text))
    if not match:
        return 0
    alone = not text[match.end() :].strip(" .:")
    if alone and text[0].isupper():
        return len(text)
    return match.end() if is_upper(text[: match.end()]) else 0


def type_name(text: str) -> str | None:
    """Printed name of the document type a title line opens with ("KẾ HOẠCH ..." -> "Kế hoạch")."""
    match = _TYPE.match(fold(text))
    return _BY_FOLD[match.group(1)] if match else None


def is_opener(folded: str) -> bool:
    """Whether a folded line opens the body: legal basis, lead or first heading."""
    return _OPENER.match(folded) is not None


def is_state_line(line: Line) -> bool:
    """Whether a line is national motto, number or place and date."""
    return _STATE.search(line.folded) is not None


def is_organisation(folded: str) -> bool:
    """Whether a folded line begins with a word that names a kind of body."""
    return _ORGANISATION.match(folded) is not None


def looks_like_title(line: Line) -> bool:
    """Whether a line in capitals is the title of an untyped letter ("PHÁT ĐỘNG PHONG TRÀO THI ĐUA NĂM 2022")."""
    if not is_upper(line.text) or is_state_line(line) or is_organisation(line.folded) or is_opener(line.folded):
        return False
    return len(line.text.split()) >= 3 and _LAUNCHING.search(line.folded) is not None
