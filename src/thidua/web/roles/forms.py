"""Giving a role to somebody of a unit."""

from django import forms

from thidua.core.access import ROLE_TITLES
from thidua.orgs.models import Person
from thidua.web.fields import VietnameseDateField


class PersonField(forms.CharField):
    """The person by their code in the sector."""

    def clean(self, value: str) -> Person:
        code = super().clean(value).strip()
        person = Person.objects.filter(code__iexact=code).first()
        if person is None:
            raise forms.ValidationError(f"Không có người mang mã “{code}”. Hãy tra mã ở trang Nhân sự.")
        return person


class AssignForm(forms.Form):
    person = PersonField(
        label="Mã định danh của người nhận vai trò", max_length=30, help_text="Xem ở trang Nhân sự, ví dụ AL000123"
    )
    unit = forms.ChoiceField(label="Đơn vị")
    role = forms.ChoiceField(label="Vai trò", choices=[(role.value, title) for role, title in ROLE_TITLES.items()])
    starts_on = VietnameseDateField(label="Từ ngày")

    def __init__(self, *args, units: list[tuple[int, str]], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = [("", "Chọn đơn vị"), *((str(pk), name) for pk, name in units)]


class EndForm(forms.Form):
    ends_before = VietnameseDateField(label="Kết thúc từ ngày")
    reason = forms.CharField(label="Lý do", max_length=300)
