"""Forms of targets: allotting values, reporting a figure."""

from decimal import Decimal

from django import forms

from thidua.movements.actions.figures import FigureReport
from thidua.movements.models import Target
from thidua.orgs.models import UnitSpan
from thidua.web.fields import VietnameseDateField


def decimal_field(label: str, **kwargs) -> forms.DecimalField:
    errors = {"invalid": "Hãy nhập số, ví dụ 98,4.", "min_value": "Số không được âm."}
    return forms.DecimalField(
        label=label,
        localize=True,
        max_digits=14,
        decimal_places=2,
        min_value=Decimal(0),
        error_messages=errors,
        **kwargs,
    )


class AllotForm(forms.Form):
    """One value per unit; an empty value leaves the unit out."""

    due_on = VietnameseDateField(label="Hạn báo cáo", required=False)

    def __init__(self, *args, spans: list[UnitSpan], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.spans = spans
        for span in spans:
            self.fields[f"unit_{span.unit_id}"] = decimal_field(span.name, required=False)

    def unit_fields(self) -> list[tuple[UnitSpan, forms.BoundField]]:
        return [(span, self[f"unit_{span.unit_id}"]) for span in self.spans]

    def clean(self) -> dict:
        cleaned = super().clean()
        if not self.errors and not self.values():
            raise forms.ValidationError("Chưa giao cho đơn vị nào. Hãy nhập giá trị cho ít nhất một đơn vị.")
        return cleaned

    def values(self) -> dict[int, Decimal]:
        """The values given, by unit id."""
        found = {span.unit_id: self.cleaned_data.get(f"unit_{span.unit_id}") for span in self.spans}
        return {unit_id: value for unit_id, value in found.items() if value is not None}


class ReportForm(forms.Form):
    """A figure: numerator and denominator for a share, one number for a count."""

    as_of = VietnameseDateField(label="Số liệu tính đến ngày")
    numerator = decimal_field("Tử số (số đạt)")
    denominator = decimal_field("Mẫu số (tổng số)")
    value = decimal_field("Số lượng đạt được")
    note = forms.CharField(label="Giải trình", required=False, max_length=300, widget=forms.Textarea(attrs={"rows": 2}))
    evidence = forms.FileField(label="Minh chứng", required=False, help_text="Ảnh, PDF, Word hoặc Excel, tối đa 20 MB")

    def __init__(self, *args, target: Target, today, is_correction: bool, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        for name in ("value",) if target.unit == "%" else ("numerator", "denominator"):
            del self.fields[name]
        if is_correction:
            self.fields["note"].required = True
            self.fields["note"].label = "Lý do sửa số liệu đã báo cáo"

    def clean_as_of(self):
        as_of = self.cleaned_data["as_of"]
        if as_of > self.today:
            raise forms.ValidationError("Ngày tính số liệu không được sau hôm nay.")
        return as_of

    def clean_denominator(self):
        denominator = self.cleaned_data["denominator"]
        if not denominator:
            raise forms.ValidationError("Mẫu số phải lớn hơn 0.")
        return denominator

    def report(self) -> FigureReport:
        cleaned = self.cleaned_data
        return FigureReport(
            cleaned["as_of"],
            cleaned.get("numerator"),
            cleaned.get("denominator"),
            cleaned.get("value"),
            cleaned["note"],
        )
