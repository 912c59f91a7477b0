"""Forms of the movement itself: upload, details, plan, launch, discarding."""

from datetime import date
from typing import Any

from django import forms
from django.conf import settings

from thidua.core.plans.period import CALENDAR_YEAR, SCHOOL_YEAR, SPAN, Period, describe_period
from thidua.core.time.spans import Span
from thidua.core.time.years import parse_year
from thidua.movements.actions.movements import MovementDetails
from thidua.movements.facts import PlanHeader
from thidua.movements.models import Movement
from thidua.web.fields import VietnameseDateField

UnitChoices = list[tuple[int, str]]


class UploadForm(forms.Form):
    """Tải kế hoạch lên."""

    unit = forms.TypedChoiceField(label="Đơn vị", coerce=int)
    file = forms.FileField(
        label="Tệp kế hoạch", help_text="Tệp .txt, .docx hoặc .pdf có chữ (không phải bản chụp).", max_length=200,
        error_messages={"required": "Hãy chọn tệp kế hoạch.", "empty": "Tệp rỗng. Hãy chọn tệp khác."},
    )  # fmt: skip

    def __init__(self, *args: Any, units: UnitChoices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer_units(self, units)

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > settings.MAX_UPLOAD_BYTES:
            raise forms.ValidationError("Tệp lớn hơn 20 MB. Hãy tách phụ lục hoặc nén ảnh trong tệp rồi tải lại.")
        return file


def _offer_units(form: forms.Form, units: UnitChoices) -> None:
    """A person of one unit is not asked which."""
    form.fields["unit"].choices = units
    form.fields["unit"].initial = units[0][0]
    if len(units) == 1:
        form.fields["unit"].widget = forms.HiddenInput()


class DetailsForm(forms.Form):
    """Thông tin phong trào."""

    name = forms.CharField(label="Tên phong trào", max_length=400, widget=forms.Textarea(attrs={"rows": 2}))
    kind = forms.ChoiceField(label="Hình thức", choices=Movement.Kind.choices, widget=forms.RadioSelect)
    period_kind = forms.ChoiceField(label="Thời gian", choices=Movement.PeriodKind.choices, widget=forms.RadioSelect)
    year = forms.CharField(
        label="Năm hoặc năm học", required=False, max_length=12, help_text="2024 cho năm công tác, 2024-2025 cho năm học",
        widget=forms.TextInput(attrs={"class": "t-short"}),
    )  # fmt: skip
    starts_on = VietnameseDateField(
        label="Từ ngày", required=False, help_text="Chỉ ghi khi phong trào kéo dài nhiều năm hoặc theo đợt"
    )
    ends_on = VietnameseDateField(label="Đến hết ngày", required=False, help_text="")
    parent = forms.TypedChoiceField(
        label="Hưởng ứng phong trào của cấp trên", required=False, coerce=int, empty_value=None,
        help_text="Chỉ gồm phong trào mà cấp trên đã gửi kế hoạch đến đơn vị.",
    )  # fmt: skip
    theme = forms.CharField(
        label="Chủ đề, khẩu hiệu", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )
    purpose = forms.CharField(
        label="Mục đích, yêu cầu", required=False, max_length=20000, widget=forms.Textarea(attrs={"rows": 6})
    )
    contents = forms.CharField(
        label="Nội dung thi đua", required=False, max_length=40000, widget=forms.Textarea(attrs={"rows": 8})
    )
    measures = forms.CharField(
        label="Biện pháp, tổ chức thực hiện", required=False, max_length=40000, widget=forms.Textarea(attrs={"rows": 6})
    )

    def __init__(self, *args: Any, parents: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parent"].choices = [("", "Không"), *parents]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if "period_kind" in cleaned:
            try:
                cleaned["span"] = self._span(cleaned)
            except forms.ValidationError as error:
                self.add_error("starts_on" if cleaned["period_kind"] == SPAN else "year", error)
        return cleaned

    def _span(self, cleaned: dict[str, Any]) -> Span:
        if cleaned["period_kind"] == SPAN:
            starts_on, ends_on = cleaned.get("starts_on"), cleaned.get("ends_on")
            if starts_on is None or ends_on is None:
                raise forms.ValidationError("Hãy ghi cả ngày bắt đầu và ngày kết thúc.")
            if ends_on < starts_on:
                raise forms.ValidationError("Ngày kết thúc phải sau ngày bắt đầu.")
            return Span(starts_on, date.fromordinal(ends_on.toordinal() + 1))
        try:
            year = parse_year(cleaned.get("year", ""))
        except ValueError as error:
            raise forms.ValidationError(str(error)) from None
        if year.is_school_year != (cleaned["period_kind"] == SCHOOL_YEAR):
            wanted = "năm học, ví dụ 2024-2025" if cleaned["period_kind"] == SCHOOL_YEAR else "năm, ví dụ 2024"
            raise forms.ValidationError(f"Hãy ghi {wanted}.")
        return year.span

    def details(self) -> MovementDetails:
        cleaned = self.cleaned_data
        texts = {name: cleaned[name].strip() for name in ("name", "theme", "purpose", "contents", "measures")}
        return MovementDetails(
            **texts, kind=cleaned["kind"], period_kind=cleaned["period_kind"], starts_on=cleaned["span"].starts_on,
            ends_before=cleaned["span"].ends_before, parent_id=cleaned["parent"],
        )  # fmt: skip


def period_initial(period: Period) -> dict[str, Any]:
    """What the period fields show."""
    span = period.span
    last = date.fromordinal(span.ends_before.toordinal() - 1)
    if period.kind == CALENDAR_YEAR:
        return {"period_kind": period.kind, "year": str(span.starts_on.year)}
    if period.kind == SCHOOL_YEAR:
        return {"period_kind": period.kind, "year": f"{span.starts_on.year}-{span.starts_on.year + 1}"}
    return {"period_kind": period.kind, "starts_on": span.starts_on, "ends_on": last}


def movement_initial(movement: Movement) -> dict[str, Any]:
    """The details form filled from a movement."""
    period = Period(movement.period_kind, Span(movement.starts_on, movement.ends_before))
    names = ("name", "kind", "theme", "purpose", "contents", "measures")
    return {**{name: getattr(movement, name) for name in names}, **period_initial(period), "parent": movement.parent_id}


def period_words(movement: Movement) -> str:
    return describe_period(movement.period_kind, movement.starts_on, movement.ends_before)


class PlanForm(forms.Form):
    """Thể thức của kế hoạch ban hành."""

    subject = forms.CharField(label="Trích yếu", max_length=600, widget=forms.Textarea(attrs={"rows": 2}))
    parent_body = forms.CharField(label="Cơ quan chủ quản", max_length=200, required=False)
    issuer = forms.CharField(label="Cơ quan ban hành", max_length=200)
    symbol = forms.RegexField(
        label="Ký hiệu", regex=r"^[^\s/]+$", max_length=60, help_text="Số do sổ văn bản cấp khi phát động",
        error_messages={"invalid": "Ký hiệu không có khoảng trắng và dấu gạch chéo, ví dụ KH-SGDĐT."},
    )  # fmt: skip
    place = forms.CharField(label="Địa danh", max_length=80)
    signer_capacity = forms.CharField(
        label="Thẩm quyền ký",
        max_length=200,
        required=False,
        help_text="Để trống khi thủ trưởng ký; ví dụ: KT. GIÁM ĐỐC",
    )
    signer_position = forms.CharField(label="Chức vụ người ký", max_length=200)
    signer_name = forms.CharField(label="Họ và tên người ký", max_length=120)
    recipients = forms.CharField(
        label="Nơi nhận",
        max_length=4000,
        required=False,
        help_text="Mỗi nơi nhận một dòng",
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def header(self) -> PlanHeader:
        values = {name: value.strip() for name, value in self.cleaned_data.items()}
        lines = tuple(line.strip(" -;.") for line in values.pop("recipients").splitlines() if line.strip(" -;."))
        return PlanHeader(**values, recipients=lines)


def plan_initial(header: PlanHeader) -> dict[str, str]:
    names = (
        "subject", "parent_body", "issuer", "symbol", "place", "signer_capacity", "signer_position", "signer_name",
    )  # fmt: skip
    return {**{name: getattr(header, name) for name in names}, "recipients": "\n".join(header.recipients)}


class ReasonForm(forms.Form):
    """Lý do."""

    reason = forms.CharField(label="Lý do", max_length=300, widget=forms.Textarea(attrs={"rows": 2}))


class NoteForm(forms.Form):
    """Cách xử lý hoặc kết quả."""

    note = forms.CharField(label="Ghi chú", max_length=300, required=False)
