"""To which units a plan goes."""

from datetime import date, timedelta
from typing import Any

from django import forms

from thidua.core.vietnamese.folding import fold
from thidua.movements.actions.launches import LaunchOrder
from thidua.orgs.models import UnitKind, UnitSpan
from thidua.web.fields import VietnameseDateField

USUAL_TIME = timedelta(days=30)  # proposed; the person decides
ALL, KINDS, SOME, NONE = "all", "kinds", "some", "none"


class LaunchForm(forms.Form):
    """Nơi nhận và thời hạn. `spans` are the units directly below on the day, `respond_by` is asked when any are chosen."""

    mode = forms.ChoiceField(label="Gửi kế hoạch đến", widget=forms.RadioSelect)
    kinds = forms.MultipleChoiceField(label="Loại đơn vị", required=False, widget=forms.CheckboxSelectMultiple)
    units = forms.TypedMultipleChoiceField(
        label="Đơn vị", required=False, coerce=int, widget=forms.CheckboxSelectMultiple
    )
    respond_by = VietnameseDateField(label="Hạn các đơn vị ban hành kế hoạch của mình", required=False)

    def __init__(self, *args: Any, spans: list[UnitSpan], on: date, search: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.spans, self.on, self.search = spans, on, search
        present = [kind for kind in UnitKind if any(span.kind == kind for span in spans)]
        counts = {kind: sum(span.kind == kind for span in spans) for kind in present}
        self.fields["mode"].choices = self._modes(len(spans), len(present))
        self.fields["mode"].initial = ALL if spans else NONE
        self.fields["kinds"].choices = [(kind.value, f"{kind.label} ({counts[kind]})") for kind in present]
        self.fields["respond_by"].initial = on + USUAL_TIME
        self.fields["units"].choices = [(span.unit_id, span.name) for span in spans]

    @staticmethod
    def _modes(count: int, kinds: int) -> list[tuple[str, str]]:
        if not count:
            return [(NONE, "Không gửi: phong trào trong nội bộ đơn vị")]
        modes = [(ALL, f"Tất cả {count} đơn vị trực thuộc và đơn vị được chỉ đạo chuyên môn")]
        modes += [(KINDS, "Theo loại đơn vị")] if kinds > 1 else []
        return [*modes, (SOME, "Từng đơn vị được chọn"), (NONE, "Chưa gửi; gửi sau khi phát động")]

    def shown(self) -> list[UnitSpan]:
        """Units that fit the search; the others keep what was chosen for them."""
        words = fold(self.search).split()
        return [span for span in self.spans if all(word in span.search_name for word in words)]

    def chosen_ids(self) -> set[int]:
        """Units ticked so far, whether the form is valid or not."""
        asked = self.data.getlist("units") if self.is_bound else []
        return {int(value) for value in asked if value.isascii() and value.isdigit()}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        mode = cleaned.get("mode")
        if mode == KINDS and not cleaned.get("kinds"):
            self.add_error("kinds", "Hãy chọn ít nhất một loại đơn vị.")
        if mode == SOME and not cleaned.get("units"):
            self.add_error("units", "Hãy chọn ít nhất một đơn vị.")
        respond_by = cleaned.get("respond_by")
        if respond_by and respond_by < self.on:
            self.add_error("respond_by", "Hạn phải từ hôm nay trở đi.")
        return cleaned

    def order(self) -> LaunchOrder:
        cleaned = self.cleaned_data
        chosen = {
            ALL: lambda span: True,
            KINDS: lambda span: span.kind in cleaned["kinds"],
            SOME: lambda span: span.unit_id in cleaned["units"],
            NONE: lambda span: False,
        }[cleaned["mode"]]
        units = tuple(span.unit_id for span in self.spans if chosen(span))
        return LaunchOrder(units, cleaned["respond_by"] if units else None)
