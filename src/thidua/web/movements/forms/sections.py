"""One form per item of a section (`core.plans.sections`); many of them make the form of the section."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django import forms
from django.http import QueryDict

from thidua.core.plans.sections import FINDING_TITLES
from thidua.core.plans.words import COMPARATOR_WORDS
from thidua.web.fields import VietnameseDateField
from thidua.web.movements.forms.fields import AmountField, PartialDateField

_KEY = re.compile(r"[a-z]+-\d{1,6}|\d{1,18}")


def _words(label: str, limit: int | None = None, *, required: bool = False, rows: int = 1) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows}) if rows > 1 else forms.TextInput()
    return forms.CharField(label=label, max_length=limit, required=required, widget=widget)


class ItemForm(forms.Form):
    """Một mục: `values()` gives it back as plain JSON values."""

    use_required_attribute = False
    dropped = forms.BooleanField(label="Bỏ mục này", required=False)

    def values(self) -> dict[str, Any]:
        return {"key": self.prefix, **{name: _plain(value) for name, value in self.cleaned_data.items()}}


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date):
        return value.isoformat()
    return None if value == "" else value


class HeaderForm(ItemForm):
    kind = _words("Tên loại văn bản", 60)
    number = _words("Số", 20)
    symbol = _words("Ký hiệu", 60)
    parent_body = _words("Cơ quan chủ quản", 200)
    issuer = _words("Cơ quan ban hành", 200)
    place = _words("Địa danh", 80)
    date = PartialDateField(label="Ngày văn bản")
    subject = _words("Trích yếu", 600, rows=2)
    signer_capacity = _words("Thẩm quyền ký (TM., KT., TL.)", 120)
    signer_position = _words("Chức vụ người ký", 200)
    signer_name = _words("Họ và tên người ký", 120)


class LaunchedForm(ItemForm):
    name = _words("Tên phong trào", 400, rows=2)
    period = _words("Thời gian", 120)


class TextForm(ItemForm):
    text = _words("Nội dung", 2000, required=True, rows=2)


class BasisForm(ItemForm):
    kind = _words("Loại văn bản", 60, required=True)
    number = _words("Số, ký hiệu", 80)
    date = PartialDateField(label="Ngày ban hành")
    issuer = _words("Cơ quan ban hành", 200)
    about = _words("Về việc", 2000, rows=2)


class NamedForm(ItemForm):
    name = _words("Tên phong trào, cuộc vận động", 400, required=True, rows=2)
    period = _words("Thời gian", 120)
    launched_by = _words("Cơ quan phát động", 200)


class TargetForm(ItemForm):
    subject = _words("Nội dung chỉ tiêu", 2000, required=True, rows=2)
    comparator = forms.ChoiceField(
        label="So sánh", choices=[(sign, words) for sign, words in COMPARATOR_WORDS.items()], initial="="
    )
    value = AmountField(label="Giá trị")
    unit = forms.CharField(
        label="Đơn vị tính", max_length=40, initial="%", help_text="% hoặc tên đơn vị đếm: trường, xã, giáo viên",
        widget=forms.TextInput(attrs={"class": "t-short"}),
    )  # fmt: skip
    numerator = AmountField(label="Tử số", required=False, min_value=0)
    denominator = AmountField(label="Mẫu số", required=False, min_value=0)
    group = _words("Nhóm, lĩnh vực", 1000)
    lower_is_better = forms.BooleanField(label="Càng thấp càng tốt", required=False)

    def clean_denominator(self) -> Decimal | None:
        denominator = self.cleaned_data["denominator"]
        if denominator is not None and denominator == 0:
            raise forms.ValidationError("Mẫu số phải lớn hơn 0.")
        return denominator

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if "denominator" in cleaned and (cleaned.get("numerator") is None) != (cleaned["denominator"] is None):
            self.add_error("denominator", "Hãy ghi cả tử số và mẫu số, hoặc để trống cả hai.")
        return cleaned


class TaskForm(ItemForm):
    unit = _words("Đơn vị thực hiện", 300, required=True)
    task = _words("Nhiệm vụ", 4000, required=True, rows=2)
    due = VietnameseDateField(label="Thời hạn", required=False)


class DeadlineForm(ItemForm):
    text = _words("Việc phải xong", 2000, required=True, rows=2)
    date = VietnameseDateField(label="Đến ngày", required=False)


class FindingForm(ItemForm):
    kind = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40, initial="other")
    text = _words("Nguyên văn", 2000, required=True, rows=2)
    why = _words("Vì sao cần xem lại", 1000, required=True, rows=2)
    note = _words("Cách xử lý", 300)

    def clean_kind(self) -> str:
        kind = self.cleaned_data["kind"]
        return kind if kind in FINDING_TITLES or re.fullmatch(r"[a-z_]+", kind) else "other"


FORMS: dict[str, type[ItemForm]] = {
    "header": HeaderForm, "launch": LaunchedForm, "theme": TextForm, "bases": BasisForm, "movements": NamedForm,
    "targets": TargetForm, "tasks": TaskForm, "deadlines": DeadlineForm, "recipients": TextForm,
    "findings": FindingForm,
}  # fmt: skip
_DATES = {"due": "tasks", "date": "deadlines"}
_AMOUNTS = ("value", "numerator", "denominator")


def make_form(section: str, item: dict[str, Any]) -> ItemForm:
    """The form of a stored item."""
    initial = {name: _typed(section, name, value) for name, value in item.items()}
    return FORMS[section](initial=initial, prefix=item["key"])


def make_new(section: str, key: str) -> ItemForm:
    """The empty form for one more item."""
    return FORMS[section](prefix=key, empty_permitted=True)


def bind_forms(section: str, data: QueryDict, known: Iterable[str]) -> list[ItemForm]:
    """The forms that were sent, one per `key`, in their order; those of new items may be left empty."""
    stored = set(known)
    keys = [key for key in dict.fromkeys(data.getlist("key")) if _KEY.fullmatch(key)]
    return [FORMS[section](data, prefix=key, empty_permitted=key not in stored) for key in keys]


def filled(forms_: Iterable[ItemForm], known: Iterable[str]) -> list[dict[str, Any]]:
    """Values of valid forms; a new item that was left empty is none."""
    stored = set(known)
    return [form.values() for form in forms_ if form.prefix in stored or form.has_changed()]


def _typed(section: str, name: str, value: Any) -> Any:
    if value and _DATES.get(name) == section:
        return date.fromisoformat(value)
    if value and section == "targets" and name in _AMOUNTS:
        return Decimal(value).quantize(Decimal("0.01"), ROUND_HALF_UP).normalize()
    return value
