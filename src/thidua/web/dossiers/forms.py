"""Forms of dossiers."""

from django import forms

from thidua.awards.models import Initiative, Nomination, Stream
from thidua.awards.queries.authority import Route
from thidua.awards.queries.initiatives import list_usable
from thidua.movements.models import Movement

REASON = forms.Textarea(attrs={"rows": "3"})


class DossierForm(forms.Form):
    """What a dossier is about and where it goes. `version` is the one the person read."""

    title = forms.CharField(
        label="Tên hồ sơ",
        max_length=300,
        required=False,
        help_text="Để trống: “Đề nghị khen thưởng” kèm năm và tên đơn vị.",
    )
    year = forms.ChoiceField(label="Năm xét khen thưởng")
    stream = forms.ChoiceField(label="Loại hình khen thưởng", choices=Stream.choices, initial=Stream.MERIT)
    movement = forms.ModelChoiceField(
        label="Phong trào thi đua",
        queryset=Movement.objects.none(),
        required=False,
        empty_label="Không gắn với phong trào nào",
        help_text="Cần chọn khi khen thưởng theo chuyên đề.",
    )
    deciding_unit = forms.ChoiceField(label="Trình đến", widget=forms.RadioSelect)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, routes: tuple[Route, ...], years, movements, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["year"].choices = years
        self.fields["movement"].queryset = movements
        self.fields["deciding_unit"].choices = [(route.unit_id, route_title(route)) for route in routes]

    def clean(self) -> dict:
        cleaned = super().clean()
        if cleaned.get("stream") == Stream.THEMATIC and cleaned.get("movement") is None:
            self.add_error("movement", "Khen thưởng theo chuyên đề cần chọn phong trào thi đua.")
        return cleaned


def route_title(route: Route) -> str:
    """Where the dossier goes, and what is decided there."""
    honours = ", ".join(one.short for one in route.honours)
    return f"{route.name} – {honours} ({', '.join(route.posts)} quyết định)"


class NominationForm(forms.Form):
    """What a candidate achieved, and the initiative taken as ground."""

    achievement = forms.CharField(
        label="Tóm tắt thành tích",
        required=False,
        widget=forms.Textarea(attrs={"rows": "6"}),
        help_text="Kết quả nổi bật trong năm, có số liệu; in vào báo cáo và quyết định.",
    )
    initiative = forms.ModelChoiceField(
        label="Sáng kiến, đề tài làm căn cứ",
        queryset=Initiative.objects.none(),
        required=False,
        empty_label="Không dùng sáng kiến, đề tài",
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, nomination: Nomination, **kwargs) -> None:
        kwargs.setdefault(
            "initial",
            {
                "achievement": nomination.achievement,
                "initiative": nomination.initiative_id,
                "version": nomination.version,
            },
        )
        super().__init__(*args, **kwargs)
        if nomination.person_id is None:
            del self.fields["initiative"]
        else:
            self.fields["initiative"].queryset = list_usable(nomination.person_id)


class ReasonForm(forms.Form):
    """Why a dossier goes back."""

    reason = forms.CharField(
        label="Lý do",
        widget=REASON,
        max_length=2000,
        error_messages={"required": "Hãy ghi lý do để đơn vị biết cần làm gì."},
    )


class PaperForm(forms.Form):
    """A file and the part of the dossier it is."""

    file = forms.FileField(
        label="Tệp", help_text="PDF, ảnh, Word hoặc Excel.", error_messages={"required": "Hãy chọn tệp."}
    )
    part = forms.ChoiceField(label="Là giấy tờ nào", required=False)

    def __init__(self, *args, parts, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["part"].choices = [*((part, part) for part in parts), ("", "Tài liệu khác")]
