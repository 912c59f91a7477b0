"""Forms of councils and meetings."""

import re

from django import forms

from thidua.councils.actions.ballots import Choice
from thidua.councils.models import AgendaItem, Attendance, CouncilMember
from thidua.orgs.models import Person
from thidua.orgs.queries.people import search_people
from thidua.web.fields import VietnameseDateField

_CODE = re.compile(r"\(([^()]+)\)\s*$")
CHOICES = ((Choice.YES, "Đồng ý"), (Choice.NO, "Không đồng ý"), (Choice.BLANK, "Không có ý kiến"))


class PersonField(forms.CharField):
    """A person typed by name or code; the list under the field writes `Tên (mã)`. Cleans to a Person."""

    def __init__(self, **kwargs) -> None:
        widget = forms.TextInput(attrs={"list": "people", "autocomplete": "off"})
        super().__init__(widget=widget, **kwargs)

    def clean(self, value):
        typed = super().clean(value)
        code = _CODE.search(typed)
        wanted = code[1].strip() if code else typed
        found = list(Person.objects.filter(code__iexact=wanted)[:1]) or list(
            search_people(Person.objects.all(), typed)[:6]
        )
        if not found:
            raise forms.ValidationError(f"Không tìm thấy “{typed}”. Hãy nhập họ tên hoặc mã định danh.")
        if len(found) > 1:
            names = ", ".join(f"{person.full_name} ({person.code})" for person in found[:5])
            raise forms.ValidationError(f"Có nhiều người phù hợp: {names}. Hãy nhập mã định danh.")
        return found[0]


class CouncilForm(forms.Form):
    """Thành lập Hội đồng."""

    unit = forms.TypedChoiceField(label="Đơn vị", coerce=int)
    name = forms.CharField(label="Tên Hội đồng", max_length=200)
    symbol = forms.CharField(
        label="Chữ viết tắt",
        max_length=20,
        initial="HĐTĐKT",
        help_text="Dùng trong ký hiệu và sổ biên bản của Hội đồng.",
    )
    starts_on = VietnameseDateField(label="Thành lập từ ngày")

    def __init__(self, *args, units: list[tuple[int, str]], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = units


class MemberForm(forms.Form):
    """Thêm thành viên."""

    person = PersonField(label="Thành viên", help_text="Họ tên hoặc mã định danh.")
    role = forms.ChoiceField(label="Chức danh trong Hội đồng", choices=CouncilMember.Role.choices, initial="member")
    starts_on = VietnameseDateField(label="Từ ngày")


class EndMemberForm(forms.Form):
    """Cho thôi tham gia."""

    ends_before = VietnameseDateField(label="Thôi tham gia từ ngày")
    reason = forms.CharField(label="Lý do", max_length=300)


class MeetingForm(forms.Form):
    """Lịch phiên họp."""

    title = forms.CharField(label="Nội dung phiên họp", max_length=300)
    held_on = VietnameseDateField(label="Ngày họp")
    place = forms.CharField(label="Địa điểm", max_length=200)


class AgendaForm(forms.Form):
    """Hồ sơ đưa vào chương trình."""

    dossiers = forms.TypedMultipleChoiceField(
        label="Hồ sơ",
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Hãy chọn ít nhất một hồ sơ."},
    )

    def __init__(self, *args, dossiers, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["dossiers"].choices = dossiers


class AttendanceForm(forms.Form):
    """Điểm danh: a box per member, and why somebody is absent."""

    def __init__(self, *args, lines: list[Attendance], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.lines = lines
        for line in lines:
            name = line.member.person.full_name
            self.fields[f"present_{line.member_id}"] = forms.BooleanField(
                label=name, required=False, initial=line.is_present
            )
            self.fields[f"note_{line.member_id}"] = forms.CharField(
                label=f"Lý do vắng của {name}", required=False, max_length=200, initial=line.note
            )

    def rows(self) -> list[tuple[CouncilMember, forms.BoundField, forms.BoundField]]:
        return [(line.member, self[f"present_{line.member_id}"], self[f"note_{line.member_id}"]) for line in self.lines]

    def present_ids(self) -> frozenset[int]:
        return frozenset(line.member_id for line in self.lines if self.cleaned_data[f"present_{line.member_id}"])

    def notes(self) -> dict[int, str]:
        return {line.member_id: self.cleaned_data[f"note_{line.member_id}"] for line in self.lines}


class DiscussionForm(forms.Form):
    """Tóm tắt ý kiến."""

    text = forms.CharField(
        label="Tóm tắt ý kiến thảo luận",
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Mỗi ý một dòng; được ghi vào biên bản họp.",
    )


class InterestForm(forms.Form):
    """Khai báo có liên quan."""

    member = forms.TypedChoiceField(label="Thành viên", coerce=int)
    person = forms.TypedChoiceField(label="Có liên quan với", coerce=int)
    relation = forms.CharField(label="Quan hệ", max_length=120, help_text="Ví dụ: vợ, chồng, con, anh chị em ruột.")

    def __init__(self, *args, members: list[tuple[int, str]], people: list[tuple[int, str]], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["member"].choices = members
        self.fields["person"].choices = people
        if len(members) == 1:
            self.fields["member"].widget = forms.HiddenInput()
            self.initial.setdefault("member", members[0][0])


class PaperForm(forms.Form):
    """Phiếu bầu: one choice for every item; nothing is chosen beforehand."""

    def __init__(self, *args, items: list[AgendaItem], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.items = items
        for item in items:
            self.fields[f"item_{item.pk}"] = forms.ChoiceField(
                label=item.title,
                choices=CHOICES,
                widget=forms.RadioSelect,
                error_messages={"required": "Hãy chọn ý kiến."},
            )

    def rows(self) -> list[tuple[AgendaItem, forms.BoundField]]:
        return [(item, self[f"item_{item.pk}"]) for item in self.items]

    def choices(self) -> dict[int, Choice]:
        return {item.pk: Choice(self.cleaned_data[f"item_{item.pk}"]) for item in self.items}


class CloseForm(forms.Form):
    """Kiểm phiếu: hands for and against of each item voted that way."""

    def __init__(self, *args, items: list[AgendaItem], present: int, waiting: int, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.items = items
        for item in items:
            for side, label in (("yes", "đồng ý"), ("no", "không đồng ý")):
                self.fields[f"{side}_{item.pk}"] = forms.IntegerField(
                    label=f"{item.title}: {label}",
                    initial=0 if side == "no" else None,
                    min_value=0,
                    max_value=present,
                    widget=forms.NumberInput(attrs={"class": "t-short", "inputmode": "numeric"}),
                )
        if waiting:
            self.fields["confirmed"] = forms.BooleanField(
                label=f"Kiểm phiếu dù còn {waiting} thành viên có mặt chưa bỏ phiếu"
            )

    def rows(self) -> list[tuple[AgendaItem, forms.BoundField, forms.BoundField]]:
        return [(item, self[f"yes_{item.pk}"], self[f"no_{item.pk}"]) for item in self.items]

    def hands(self) -> dict[int, tuple[int, int]]:
        return {
            item.pk: (self.cleaned_data[f"yes_{item.pk}"], self.cleaned_data[f"no_{item.pk}"]) for item in self.items
        }
