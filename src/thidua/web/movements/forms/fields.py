"""Fields that plans need beside the shared ones."""

import re
from datetime import date

from django import forms

_FORM = re.compile(r"(?:(?:(\d{1,2})[/.-])?(\d{1,2})[/.-])?(\d{4})")
INVALID = "Ngày không hợp lệ. Hãy nhập 05/09/2024, 09/2024 hoặc 2024."


class PartialDateField(forms.CharField):
    """Ngày có thể thiếu: typed as 05/09/2024, 09/2024 or 2024, kept as 2024-09-05, 2024-09 or 2024."""

    def __init__(self, **kwargs) -> None:
        kwargs.setdefault("help_text", "Ngày/tháng/năm; có thể chỉ ghi tháng/năm hoặc năm")
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "numeric", "class": "t-short"}))
        super().__init__(required=False, max_length=10, **kwargs)

    def clean(self, value: str | None) -> str:
        text = super().clean(value)
        if not text:
            return ""
        match = _FORM.fullmatch(text)
        if not match:
            raise forms.ValidationError(INVALID)
        day, month, year = match.groups()
        try:
            date(int(year), int(month or 1), int(day or 1))
        except ValueError:
            raise forms.ValidationError(INVALID) from None
        return "-".join([year, *(f"{int(part):02d}" for part in (month, day) if part)])

    def prepare_value(self, value: str | None) -> str | None:
        if value and re.fullmatch(r"\d{4}(-\d{2}){0,2}", value):
            return "/".join(reversed(value.split("-")))
        return value


class AmountField(forms.DecimalField):
    """Số with a decimal comma, two decimals at most."""

    def __init__(self, **kwargs) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal", "class": "t-short"}))
        super().__init__(max_digits=14, decimal_places=2, localize=True, **kwargs)
