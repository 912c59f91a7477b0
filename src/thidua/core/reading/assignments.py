"""Tasks given to named units."""

import re
from collections.abc import Iterator

from thidua.core.reading.model import Assignment
from thidua.core.reading.prose import Prose, trim
from thidua.core.reading.sentences import sentences
from thidua.core.reading.tree import Paragraph

_SECTION = re.compile(r"to chuc thuc hien|phan cong|trach nhiem|to chuc trien khai|thuc hien ke hoach")
_CONTENT = re.compile(r"noi dung|nhiem vu|giai phap|bien phap|so luong")
_OUTSIDE = re.compile(r"muc dich|yeu cau|doi tuong|nguyen tac|tieu chuan|muc tieu|chi tieu")
_ORDER = r"(?:(?:de nghi|yeu cau|giao(?: cho)?|phan cong|doi voi|trach nhiem(?: cua)?|kinh de nghi|uy quyen cho|cac nhiem vu cua)\s+)?"
_BODY = (
    r"(?:(?:tat ca |toan the |moi |moi )?(?:cac |nhung )?(?:so|phong(?! trao)|truong|bo phan|ban|hoi dong|ubnd|uy ban|cong doan|thu truong|hieu truong|pho hieu truong|co quan"
    r"|don vi|khoi|cum|trung tam|to|doi|doan|van phong|lien doan|thuong truc|can bo|giao vien|chi bo|dang uy|hoi|ke toan|van thu|mat tran"
    r"|bao|dai|nha truong|lanh dao|chuyen vien|ca nhan|thanh vien|co so|to chuc|giam doc|chanh|chu tich|truong phong|cap uy|chi doan|tong phu trach"
    r"|cong chuc|nhan vien|phu huynh|lop|y te|thu vien|uy vien|thu ky|chu nhiem|doan thanh nien|ong|ba|dong chi|bi thu|cqsg|cmhs|vien|cuc|vu|ubmttq)\b)"
)
_UNIT = re.compile(_ORDER + _BODY)
_ORDER_WORDS = re.compile(
    r"^(?:đề nghị|yêu cầu|giao cho|giao|phân công|đối với|trách nhiệm của|kính đề nghị)\s+", re.IGNORECASE
)
_VERB = re.compile(
    r"(?<!\bban )\b(?:chủ động|xây dựng|phối hợp|căn cứ|tham mưu|chỉ đạo|triển khai|thực hiện|tiến hành|hướng dẫn|ban hành|chủ trì|tổng hợp|theo dõi|kiểm tra"
    r"|đôn đốc|báo cáo|quán triệt|đăng ký|phát động|phổ biến|tuyên truyền|đề xuất|quy định|trong phạm vi|theo chức năng|có trách nhiệm|chịu trách nhiệm|đảm bảo"
    r"|bảo đảm|tăng cường|thường xuyên|tiếp tục|lựa chọn|gửi|nộp|lập|cụ thể hóa|cụ thể hoá|bố trí|đẩy mạnh|rà soát|thẩm định|giúp|cập nhật|cung cấp|vận động|nghiêm túc"
    r"|tập trung|xét|bình xét|làm đầu mối|lồng ghép|tự|giám sát|đánh giá|tích cực|phát hiện|ký kết|kí kết|là (?:cơ quan|đầu mối|bộ phận)|"
    r"tổ chức(?! (?:đoàn thể|chính trị|đảng|công đoàn|thành viên|xã hội|trong)))\b"
)
_CLOSING = re.compile(
    r"^(?:tren day la|trong qua trinh|noi nhan|nhan duoc|can cu (?:noi dung )?(?:ke hoach|cong van) nay|phat huy truyen thong|ke hoach nay)"
)
_ASKED = re.compile(r"\b(?:yêu cầu|đề nghị)\s+(?=các |Thủ trưởng|Hiệu trưởng|thủ trưởng|hiệu trưởng|Các )")
_LONGEST_UNIT = 190


def read_assignments(items: list[Paragraph]) -> tuple[Assignment, ...]:
    """Unit and task, one for every sentence of what a unit is told to do."""
    found: list[Assignment] = []
    units: dict[int, tuple[Paragraph, str]] = {}
    for i, item in enumerate(items):
        if _is_closing(item, items):
            found += _closing(item)
            continue
        parent = _unit_above(item, units)
        followed = i + 1 < len(items) and item in items[i + 1].path
        if parent:
            found += [] if followed and item.text.rstrip().endswith(":") else _tasks(item.prose, item.title_at, parent)
        elif _in_section(item):
            found += _under_section(item, units, followed)
        elif item.kind and not _OUTSIDE.search(item.section) and _CONTENT.search(item.section):
            found += _in_contents(item)
    return tuple(found)


def _in_section(item: Paragraph) -> bool:
    return any(_SECTION.search(p.prose.folded[:80]) and p.is_heading for p in item.path)


def _unit_above(item: Paragraph, units: dict[int, tuple[Paragraph, str]]) -> str | None:
    for parent in reversed(item.path):
        if id(parent) in units:
            return units[id(parent)][1]
    return None


def _under_section(item: Paragraph, units: dict[int, tuple[Paragraph, str]], followed: bool) -> list[Assignment]:
    """A unit heading, "unit: task", or "unit does ..." right below "Tổ chức thực hiện"."""
    start = item.title_at
    if not _UNIT.match(item.prose.folded[start:]):
        return []
    colon = item.text.find(":", start)
    verb = _VERB.search(item.text, start + 4)
    if 0 < colon - start <= _LONGEST_UNIT and (not verb or colon < verb.start() or _is_named(item.text[start:colon])):
        unit = _unit_name(item.prose, start, colon)
        units[id(item)] = (item, unit)
        return list(_tasks(item.prose, colon + 1, unit))
    if item.is_heading and (followed or not verb):
        units[id(item)] = (item, _unit_name(item.prose, start, len(item.text)))
        return []
    return list(_spoken(item.prose, start, units, item))


def _is_named(text: str) -> bool:
    return len(text.split()) <= 14 and "," not in text[40:]


def _in_contents(item: Paragraph) -> list[Assignment]:
    """Outside the section only what a unit plainly does: a numbered item that starts with it, or one named after a label."""
    start = item.title_at
    colon = item.text.find(": ", start, start + 90)
    if (
        colon > 0
        and re.match(r"(?:so|phong(?! trao)|ban|van phong|cong an|trung tam)\s", item.prose.folded[colon + 2 :])
        and item.text[colon + 2].isupper()
    ):
        return list(_spoken(item.prose, colon + 2, {}, item))[:1]
    if item.kind in {"number", "number2"} and re.match(
        r"(?:cac (?:phong|truong|khoi|don vi|to|cum|co so)|thu truong|hieu truong)\b", item.prose.folded[start:]
    ):
        return list(_spoken(item.prose, start, {}, item))[:1]
    return []


def _spoken(prose: Prose, start: int, units: dict[int, tuple[Paragraph, str]], item: Paragraph) -> Iterator[Assignment]:
    """ "Thủ trưởng các đơn vị tổ chức ..." parted where the verb begins."""
    verb = _VERB.search(prose.text, start + 6)
    if not verb or verb.start() - start > _LONGEST_UNIT:
        return
    unit = _unit_name(prose, start, verb.start())
    if len(unit.split()) < 2:
        return
    units[id(item)] = (item, unit)
    yield from _tasks(prose, verb.start(), unit)


def _unit_name(prose: Prose, start: int, end: int) -> str:
    name = prose.field(*trim(prose.text, start, end, " .:;,-")).value
    return _ORDER_WORDS.sub("", name).strip(" .:;,")


def _tasks(prose: Prose, start: int, unit: str) -> Iterator[Assignment]:
    for from_, to in sentences(prose.text, start):
        from_, to = trim(prose.text, from_, to, " .;,:-/")
        task = prose.field(from_, to)
        if len(task.value.split()) >= 4 and not prose.folded.startswith("tren day la", from_):
            yield Assignment(unit, task.value, task.span)


def _is_closing(item: Paragraph, items: list[Paragraph]) -> bool:
    if _CLOSING.match(item.prose.folded):
        return True
    if item.kind:
        return False
    return item.text.rstrip().endswith("./.") or (
        item in items[-2:] and re.search(r"\./\.?\W*$", item.text) is not None
    )


def _closing(item: Paragraph) -> Iterator[Assignment]:
    """The last paragraph gives a task of its own only if it asks for something that can be reported."""
    asked = _ASKED.search(item.text)
    if not asked or "báo cáo" not in item.text or item.prose.folded.startswith("tren day"):
        return
    verb = _VERB.search(item.text, asked.end() + 4)
    if verb and verb.start() - asked.end() < _LONGEST_UNIT:
        unit = _unit_name(item.prose, asked.end(), verb.start())
        yield from _tasks(item.prose, verb.start(), unit)
