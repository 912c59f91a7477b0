"""Tasks given to named units."""

import re
from collections.abc import Iterator

from thidua.core.reading.model import Assignment
from thidua.core.reading.patterns import any_of
from thidua.core.reading.prose import Prose, trim
from thidua.core.reading.sentences import sentences
from thidua.core.reading.tree import Paragraph

_SECTION = re.compile(r"to chuc thuc hien|phan cong|trach nhiem|to chuc trien khai|thuc hien ke hoach")
_CONTENT = re.compile(r"noi dung|nhiem vu|giai phap|bien phap|so luong")
_OUTSIDE = re.compile(r"muc dich|yeu cau|doi tuong|nguyen tac|tieu chuan|muc tieu|chi tieu")
_ORDER = any_of(
    "(?:kinh )?de nghi | yeu cau | giao(?: cho)?(?! (?:vien|duc)) | phan cong | doi voi | trach nhiem(?: cua)? | uy quyen cho",
    "cac nhiem vu cua",
)
_BODY = any_of(
    "so | phong(?! trao) | truong | bo phan | ban | hoi dong | ubnd | uy ban | cong doan | thu truong | hieu truong",
    "pho hieu truong | co quan | don vi | khoi | cum | trung tam | to | doi | doan | van phong | lien doan | thuong truc | can bo",
    "giao vien | chi bo | dang uy | hoi | ke toan | van thu | mat tran | bao | dai | nha truong | lanh dao | chuyen vien | ca nhan",
    "thanh vien | co so | to chuc | giam doc | chanh | chu tich | truong phong | cap uy | chi doan | tong phu trach | cong chuc",
    "nhan vien | phu huynh | lop | y te | thu vien | uy vien | thu ky | chu nhiem | doan thanh nien | ong | ba | dong chi | bi thu",
    "cmhs | vien | cuc | vu | ubmttq",
)
_UNIT = re.compile(rf"(?:{_ORDER}\s+)?(?:(?:tat ca|toan the|moi)\s+)?(?:(?:cac|nhung)\s+)?{_BODY}\b")
_ORDER_WORDS = re.compile(rf"^{_ORDER}\s+")
_ACTION = any_of(
    "chủ động | xây dựng | phối hợp | căn cứ | tham mưu | chỉ đạo | triển khai | thực hiện | tiến hành | hướng dẫn | ban hành",
    "chủ trì | tổng hợp | theo dõi | kiểm tra | đôn đốc | báo cáo | quán triệt | đăng ký | phát động | phổ biến | tuyên truyền",
    "đề xuất | quy định | trong phạm vi | theo chức năng | có trách nhiệm | chịu trách nhiệm | đảm bảo | bảo đảm | tăng cường",
    "thường xuyên | tiếp tục | lựa chọn | gửi | nộp | lập | cụ thể h[óo][aá] | bố trí | đẩy mạnh | rà soát | thẩm định | giúp",
    "cập nhật | cung cấp | vận động | nghiêm túc | tập trung | xét | bình xét | làm đầu mối | lồng ghép | tự | giám sát | đánh giá",
    "tích cực | phát hiện | ký kết | kí kết | là (?:cơ quan|đầu mối|bộ phận)",
    "tổ chức(?! (?:đoàn thể|chính trị|đảng|công đoàn|thành viên|xã hội|trong))",
)
_VERB = re.compile(rf"(?<!\bban )\b{_ACTION}\b")
_CLOSING = re.compile(
    any_of(
        "tren day la | trong qua trinh | noi nhan | nhan duoc | can cu (?:noi dung )?(?:ke hoach|cong van) nay",
        "phat huy truyen thong | ke hoach nay",
    )
)
_ASKED = re.compile(r"\b(?:yêu cầu|đề nghị)\s+(?=(?:[Cc]ác|[Tt]hủ trưởng|[Hh]iệu trưởng)\b)")
_NAMED_BODY = re.compile(r"(?:so|phong(?! trao)|ban|van phong|cong an|trung tam)\s")
_PLURAL_BODY = re.compile(r"(?:cac (?:phong|truong|khoi|don vi|to|cum|co so)|thu truong|hieu truong)\b")
_LONGEST_UNIT = 190


def read_assignments(items: list[Paragraph]) -> tuple[Assignment, ...]:
    """Unit and task, one for every sentence of what a unit is told to do."""
    found: list[Assignment] = []
    units: dict[int, str] = {}  # unit named by an item, by the item's identity
    for i, item in enumerate(items):
        followed = i + 1 < len(items) and item in items[i + 1].path
        unit = next((units[id(parent)] for parent in reversed(item.path) if id(parent) in units), None)
        if _is_closing(item, items):
            found += _closing(item)
        elif unit:
            found += [] if followed and item.text.rstrip().endswith(":") else _tasks(item.prose, item.title_at, unit)
        elif _in_section(item):
            found += _under_section(item, units, followed)
        elif item.kind and not _OUTSIDE.search(item.section) and _CONTENT.search(item.section):
            found += _in_contents(item)
    return tuple(found)


def _in_section(item: Paragraph) -> bool:
    return any(parent.is_heading and _SECTION.search(parent.prose.folded[:80]) for parent in item.path)


def _under_section(item: Paragraph, units: dict[int, str], followed: bool) -> list[Assignment]:
    """A unit heading, "unit: task", or "unit does ..." right below "Tổ chức thực hiện"."""
    start = item.title_at
    if not _UNIT.match(item.prose.folded, start):
        return []
    colon, verb = item.text.find(":", start), _VERB.search(item.text, start + 4)
    if 0 < colon - start <= _LONGEST_UNIT and (not verb or colon < verb.start() or _is_name(item.text[start:colon])):
        units[id(item)] = unit = _unit_name(item.prose, start, colon)
        return list(_tasks(item.prose, colon + 1, unit))
    if item.is_heading and (followed or not verb):
        units[id(item)] = _unit_name(item.prose, start, len(item.text))
        return []
    tasks = list(_spoken(item.prose, start))
    if tasks:
        units[id(item)] = tasks[0].unit
    return tasks


def _is_name(text: str) -> bool:
    return len(text.split()) <= 14 and "," not in text[40:]


def _in_contents(item: Paragraph) -> list[Assignment]:
    """Outside the section only what a unit plainly does: a numbered item that starts with it, or one named after a label."""
    start = item.title_at
    colon = item.text.find(": ", start, start + 90)
    if colon > 0 and _NAMED_BODY.match(item.prose.folded, colon + 2) and item.text[colon + 2].isupper():
        return list(_spoken(item.prose, colon + 2))[:1]
    if item.kind in {"number", "number2"} and _PLURAL_BODY.match(item.prose.folded, start):
        return list(_spoken(item.prose, start))[:1]
    return []


def _spoken(prose: Prose, start: int) -> Iterator[Assignment]:
    """ "Thủ trưởng các đơn vị tổ chức ..." parted where the verb begins."""
    verb = _VERB.search(prose.text, start + 6)
    if verb and verb.start() - start <= _LONGEST_UNIT:
        unit = _unit_name(prose, start, verb.start())
        if len(unit.split()) >= 2:
            yield from _tasks(prose, verb.start(), unit)


def _unit_name(prose: Prose, start: int, end: int) -> str:
    start, end = trim(prose.text, start, end, " .:;,-")
    order = _ORDER_WORDS.match(prose.folded[start:end])
    return prose.field(start + (order.end() if order else 0), end).value


def _tasks(prose: Prose, start: int, unit: str) -> Iterator[Assignment]:
    for from_, to in sentences(prose.text, start):
        from_, to = trim(prose.text, from_, to, " .;,:-/")
        if len(prose.text[from_:to].split()) >= 3 and not prose.folded.startswith("tren day la", from_):
            task = prose.field(from_, to)
            yield Assignment(unit, task.value, task.span)


def _is_closing(item: Paragraph, items: list[Paragraph]) -> bool:
    if _CLOSING.match(item.prose.folded):
        return True
    return not item.kind and (
        item.text.endswith("./.") or (item in items[-2:] and re.search(r"\./\.?\W*$", item.text) is not None)
    )


def _closing(item: Paragraph) -> Iterator[Assignment]:
    """The last paragraph gives a task of its own only if it asks for something that can be reported."""
    asked = _ASKED.search(item.text)
    if not asked or "báo cáo" not in item.text or item.prose.folded.startswith("tren day"):
        return
    verb = _VERB.search(item.text, asked.end() + 4)
    if verb and verb.start() - asked.end() < _LONGEST_UNIT:
        yield from _tasks(item.prose, verb.start(), _unit_name(item.prose, asked.end(), verb.start()))
