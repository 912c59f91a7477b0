"""Invented names of people: family, middle and given names as they are spread in Viet Nam."""

from random import Random

_FAMILY = (
    ("Nguyễn", 30), ("Trần", 11), ("Lê", 10), ("Phạm", 7), ("Hoàng", 6), ("Vũ", 4), ("Đặng", 3), ("Bùi", 3), ("Đỗ", 3),
    ("Lò", 5), ("Quàng", 3), ("Cà", 2), ("Lường", 3), ("Vàng", 2), ("Giàng", 2), ("Mùa", 1), ("Hồ", 1), ("Ngô", 2),
    ("Dương", 2), ("Lý", 2), ("Đinh", 2), ("Tống", 1), ("Phan", 3), ("Trịnh", 1), ("Đào", 1),
)  # fmt: skip
_MINORITY_FAMILIES = frozenset({"Lò", "Quàng", "Cà", "Lường", "Vàng", "Giàng", "Mùa"})
_MIDDLE_F = ("Thị", "Thị Thu", "Thị Minh", "Thị Ngọc", "Thuỳ", "Thị Hồng", "Thị Kim", "Bích", "Thị Thanh", "Hải")
_MIDDLE_M = ("Văn", "Đức", "Quang", "Minh", "Xuân", "Hữu", "Công", "Ngọc", "Thế", "Mạnh", "Đình")
_GIVEN_F = (
    "An", "Anh", "Ánh", "Bình", "Chi", "Dung", "Duyên", "Đào", "Giang", "Hà", "Hạnh", "Hằng", "Hiền", "Hoa", "Hoà",
    "Hồng", "Huệ", "Hương", "Lan", "Liên", "Linh", "Loan", "Mai", "Minh", "Nga", "Ngân", "Ngọc", "Nhung", "Oanh",
    "Phương", "Quyên", "Tâm", "Thanh", "Thảo", "Thơm", "Thu", "Thuỷ", "Trang", "Tuyết", "Vân", "Xuân", "Yến",
)  # fmt: skip
_GIVEN_M = (
    "An", "Bách", "Bình", "Cường", "Dũng", "Duy", "Đạt", "Điệp", "Đông", "Đức", "Giang", "Hải", "Hiếu", "Hoàng",
    "Hùng", "Huy", "Hưng", "Khánh", "Kiên", "Lâm", "Long", "Mạnh", "Nam", "Nghĩa", "Phong", "Phúc", "Quân", "Quý",
    "Sơn", "Tài", "Thái", "Thắng", "Thành", "Thịnh", "Tiến", "Toàn", "Trung", "Tuấn", "Tùng", "Vinh", "Việt",
)  # fmt: skip


def make_name(random: Random, gender: str) -> tuple[str, bool]:
    """A full name and whether the family name is one of an ethnic minority."""
    family = random.choices([name for name, _ in _FAMILY], [weight for _, weight in _FAMILY])[0]
    middle = random.choice(_MIDDLE_F if gender == "F" else _MIDDLE_M)
    given = random.choice(_GIVEN_F if gender == "F" else _GIVEN_M)
    return f"{family} {middle} {given}", family in _MINORITY_FAMILIES
