"""The parts of a plan that a person goes through, in order; each holds items with named values."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Section:
    """Phần của kế hoạch. `hint` says what belongs here; `values` are the names of what an item holds; `single`: exactly one item."""

    code: str
    title: str
    hint: str
    values: tuple[str, ...]
    noun: str
    single: bool = False


HEADER_VALUES = (
    "kind", "number", "symbol", "parent_body", "issuer", "place", "date", "subject",
    "signer_capacity", "signer_position", "signer_name",
)  # fmt: skip

SECTIONS: tuple[Section, ...] = (
    Section("header", "Thể thức văn bản", "Đối chiếu với phần đầu và phần ký.", HEADER_VALUES, "thể thức", single=True),
    Section(
        "launch", "Phong trào được phát động", "Phong trào mà chính kế hoạch này phát động.",
        ("name", "period"), "phong trào", single=True,
    ),
    Section("theme", "Chủ đề, khẩu hiệu", "Lời kêu gọi được nêu trong kế hoạch.", ("text",), "chủ đề"),
    Section(
        "bases", "Căn cứ, văn bản viện dẫn", "Mỗi văn bản một dòng; số để trống nếu kế hoạch không ghi.",
        ("kind", "number", "date", "issuer", "about"), "văn bản",
    ),
    Section(
        "movements", "Phong trào được hưởng ứng", "Phong trào, cuộc vận động nêu tên trong kế hoạch.",
        ("name", "period", "launched_by"), "phong trào",
    ),
    Section(
        "targets", "Chỉ tiêu", "Điều phải đạt, đo được bằng tỷ lệ hoặc số lượng.",
        ("subject", "comparator", "value", "unit", "numerator", "denominator", "group", "lower_is_better"), "chỉ tiêu",
    ),
    Section("tasks", "Nhiệm vụ", "Việc giao cho từng đơn vị.", ("unit", "task", "due"), "nhiệm vụ"),
    Section("deadlines", "Thời hạn", "Mốc chưa gắn với nhiệm vụ nào ở trên.", ("text", "date"), "mốc"),
    Section("recipients", "Nơi nhận", "Như ghi ở cuối văn bản.", ("text",), "nơi nhận"),
    Section(
        "findings", "Điểm cần xem lại", "Chỗ có thể sai sót; ghi cách xử lý hoặc bỏ nếu không đúng.",
        ("kind", "text", "why", "note"), "điểm",
    ),
)  # fmt: skip

BY_CODE = {section.code: section for section in SECTIONS}

FINDING_TITLES = {
    "blank_number": "Thiếu số",
    "incomplete_date": "Ngày chưa đủ",
    "missing_header": "Thiếu thể thức",
    "ratio_mismatch": "Tỷ lệ không khớp",
    "incomplete_citation": "Viện dẫn chưa đủ",
    "kind_symbol_mismatch": "Loại và ký hiệu không khớp",
    "duplicated_word": "Lặp từ",
    "stale_reference": "Mốc đã qua",
    "superseded": "Văn bản đã bị thay thế",
    "conflicting_dates": "Ngày mâu thuẫn",
}


def finding_title(kind: str) -> str:
    """A short Vietnamese name for a kind of finding; the words of an unknown kind as they are."""
    return FINDING_TITLES.get(kind, "Cần xem lại")
