"""Forms of registrations and initiatives."""

from django import forms

from thidua.awards.actions.initiatives import InitiativeDescription
from thidua.awards.models import Initiative
from thidua.core.law.honours import honours
from thidua.orgs.models import Person
from thidua.web.fields import VietnameseDateField

CHOOSE = {"invalid_choice": "Hãy chọn trong danh sách."}


class RegistrationForm(forms.Form):
    """What somebody aims for in a year. `subject` is individual or collective."""

    year = forms.ChoiceField(label="Năm", widget=forms.HiddenInput, error_messages=CHOOSE)
    honour = forms.ChoiceField(
        label="Danh hiệu, hình thức đăng ký",
        error_messages={**CHOOSE, "required": "Hãy chọn danh hiệu hoặc hình thức muốn phấn đấu."},
    )
    pledge = forms.CharField(
        label="Việc sẽ làm để đạt",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": "4"}),
        help_text="Việc cụ thể, thời gian, kết quả mong muốn. Đồng nghiệp trong đơn vị có thể xem.",
    )

    def __init__(self, *args, subject: str, years, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["year"].choices = years
        offered = [(one.code, one.name) for one in honours() if subject in one.subjects]
        self.fields["honour"].choices = [("", "Chọn danh hiệu, hình thức"), *offered]


class InitiativeForm(forms.Form):
    """A recognised initiative or an accepted research result."""

    person = forms.ModelChoiceField(
        label="Tác giả",
        queryset=Person.objects.none(),
        empty_label="Chọn tác giả trong đơn vị",
        error_messages=CHOOSE,
    )
    kind = forms.ChoiceField(label="Loại", choices=Initiative.Kind.choices)
    title = forms.CharField(label="Tên sáng kiến, đề tài", max_length=400)
    scope = forms.ChoiceField(label="Phạm vi ảnh hưởng", choices=Initiative.Scope.choices)
    recognised_on = VietnameseDateField(label="Ngày công nhận, nghiệm thu")
    recognised_by = forms.CharField(
        label="Quyết định công nhận", max_length=200, required=False, help_text="Số, ký hiệu và cơ quan ban hành."
    )

    def __init__(self, *args, people, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = people

    def description(self) -> InitiativeDescription:
        data = self.cleaned_data
        return InitiativeDescription(
            data["kind"], data["title"], data["scope"], data["recognised_on"], data["recognised_by"]
        )


class CorrectionForm(InitiativeForm):
    """A correction says why; the author stays."""

    reason = forms.CharField(label="Lý do sửa", max_length=300)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, people=Person.objects.none(), **kwargs)
        del self.fields["person"]
