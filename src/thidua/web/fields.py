"""Form fields that speak Vietnamese formats."""

from typing import Any

from django import forms

REQUIRED = "Chưa nhập hoặc chưa chọn mục này."


def say_required_plainly() -> None:
    """Replace Django's "Trường này là bắt buộc", which a reader in education takes for a school. Called once at start."""
    forms.Field.default_error_messages["required"] = REQUIRED


class VietnameseDateField(forms.DateField):
    """Ngày typed and shown as dd/mm/yyyy whatever the browser's language; an ISO date is understood too."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("input_formats", ["%d/%m/%Y", "%Y-%m-%d"])
        kwargs.setdefault("help_text", "Ngày/tháng/năm, ví dụ 05/09/2026")
        attrs = {"inputmode": "numeric", "autocomplete": "off", "class": "t-short"}
        kwargs.setdefault("widget", forms.DateInput(format="%d/%m/%Y", attrs=attrs))
        kwargs.setdefault(
            "error_messages", {"invalid": "Ngày không hợp lệ. Hãy nhập theo dạng ngày/tháng/năm, ví dụ 05/09/2026."}
        )
        super().__init__(**kwargs)
