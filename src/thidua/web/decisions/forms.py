"""Forms of decisions and revocations."""

from django import forms

from thidua.awards.models import Revocation
from thidua.web.fields import VietnameseDateField


class DecisionForm(forms.Form):
    """Dự thảo quyết định."""

    title = forms.CharField(label="Tên quyết định", max_length=300, help_text="Ví dụ: Khen thưởng năm học 2025-2026.")
    dossiers = forms.TypedMultipleChoiceField(
        label="Hồ sơ Hội đồng đã biểu quyết",
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Hãy chọn ít nhất một hồ sơ."},
        help_text="Chỉ các trường hợp Hội đồng thông qua được đưa vào quyết định.",
    )

    def __init__(self, *args, dossiers: list[tuple[int, str]], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["dossiers"].choices = dossiers


class IssueForm(forms.Form):
    """Ký ban hành."""

    on = VietnameseDateField(
        label="Ngày ký",
        help_text="Mức lương cơ sở và tiền thưởng tính theo ngày này. Số lấy từ sổ văn bản khi ban hành.",
    )


class DiscardForm(forms.Form):
    """Xoá dự thảo."""

    reason = forms.CharField(label="Lý do xoá dự thảo", max_length=300)


class RevokeForm(forms.Form):
    """Thu hồi khen thưởng."""

    ground = forms.ChoiceField(label="Căn cứ thu hồi", choices=Revocation.Ground.choices, widget=forms.RadioSelect)
    explanation = forms.CharField(
        label="Diễn giải",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        help_text="Được ghi vào quyết định thu hồi.",
    )
    on = VietnameseDateField(label="Ngày ký quyết định thu hồi")
