"""A form with one field of every kind, for the gallery."""

from django import forms

from thidua.web.fields import VietnameseDateField


class SampleForm(forms.Form):
    """Biểu mẫu mẫu."""

    name = forms.CharField(label="Tên phong trào", help_text="Ghi đúng như trong kế hoạch.")
    starts_on = VietnameseDateField(label="Ngày bắt đầu")
    kind = forms.ChoiceField(
        label="Loại phong trào",
        choices=[("", "Chọn loại"), ("regular", "Thường xuyên"), ("thematic", "Chuyên đề"), ("ad_hoc", "Đột xuất")],
    )
    scope = forms.ChoiceField(
        label="Phạm vi",
        widget=forms.RadioSelect,
        choices=[("unit", "Trong đơn vị"), ("below", "Đơn vị và các đơn vị trực thuộc")],
    )
    levels = forms.MultipleChoiceField(
        label="Cấp học",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[("mn", "Mầm non"), ("th", "Tiểu học"), ("thcs", "Trung học cơ sở"), ("thpt", "Trung học phổ thông")],
    )
    content = forms.CharField(label="Nội dung", widget=forms.Textarea, required=False)
    file = forms.FileField(label="Tệp kế hoạch", help_text="Tệp .docx, .pdf hoặc .txt.", required=False)
    agreed = forms.BooleanField(label="Tôi đã đối chiếu với bản gốc")
