"""Forms of units and people: yearly facts, and the Excel sheet of a unit."""

from django import forms

from thidua.core.sheets.yearly import YearlyRow
from thidua.core.time.years import parse_year
from thidua.orgs.models import Person
from thidua.orgs.models.facts import Rating

YES_NO = (("", "Chưa rõ"), ("yes", "Có"), ("no", "Không"))


class YearField(forms.CharField):
    """Năm học 2025-2026 hoặc năm 2025."""

    def clean(self, value: str) -> str:
        text = super().clean(value)
        try:
            return parse_year(text).label if text else ""
        except ValueError as error:
            raise forms.ValidationError(str(error)) from error


class _FactsForm(forms.Form):
    year = YearField(
        label="Năm học hoặc năm",
        max_length=9,
        help_text="Ví dụ 2025-2026",
        widget=forms.TextInput(attrs={"class": "t-short"}),
    )
    rating = forms.ChoiceField(label="Xếp loại", choices=(("", "Chưa xếp loại"), *Rating.choices), required=False)
    takes_part = forms.ChoiceField(label="Tham gia phong trào thi đua", choices=YES_NO, required=False)
    note = forms.CharField(label="Ghi chú", required=False, max_length=300)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def clean_takes_part(self) -> bool | None:
        return {"yes": True, "no": False}.get(self.cleaned_data["takes_part"])


class YearlyFactsForm(_FactsForm):
    months_worked = forms.DecimalField(
        label="Số tháng làm việc", required=False, min_value=0, max_value=12, decimal_places=1, localize=True
    )
    leave_working_days = forms.IntegerField(
        label="Số ngày làm việc nghỉ (không tính thai sản)", required=False, min_value=0, max_value=366
    )
    maternity_days = forms.IntegerField(label="Số ngày nghỉ thai sản", required=False, min_value=0, max_value=366)

    field_order = (
        "year",
        "rating",
        "takes_part",
        "months_worked",
        "leave_working_days",
        "maternity_days",
        "note",
        "version",
    )

    def row(self, person: Person) -> YearlyRow:
        values = {key: value for key, value in self.cleaned_data.items() if key not in {"year", "version"}}
        return YearlyRow(person_id=person.pk, name=person.full_name, **values)


class CollectiveFactsForm(_FactsForm):
    """Kết quả năm của tập thể."""


class ImportForm(forms.Form):
    """The sheet and the year it is about."""

    year = YearField(
        label="Năm học hoặc năm",
        max_length=9,
        help_text="Ví dụ 2025-2026",
        widget=forms.TextInput(attrs={"class": "t-short"}),
    )
    sheet = forms.FileField(label="Tệp Excel", help_text="Dùng tệp mẫu, lưu dạng .xlsx, tối đa 20 MB")
