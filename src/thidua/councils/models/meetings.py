"""Meetings: who attended, what was on the agenda, how it ended."""

from django.db import models
from django.db.models import Q

from thidua.councils.models.councils import Council, CouncilMember
from thidua.orgs.models import Person
from thidua.records.models import OfficialDocument


class CouncilMeeting(models.Model):
    """Phiên họp Hội đồng: `members_total` is fixed when the ballot opens and is the denominator of every threshold."""

    class State(models.TextChoices):
        PLANNED = "planned", "Đã lên lịch"
        OPEN = "open", "Đang họp"
        VOTING = "voting", "Đang bỏ phiếu"
        CLOSED = "closed", "Đã kiểm phiếu"

    council = models.ForeignKey(Council, models.PROTECT, related_name="meetings", verbose_name="hội đồng")
    title = models.CharField("nội dung phiên họp", max_length=300)
    held_on = models.DateField("ngày họp")
    place = models.CharField("địa điểm", max_length=200)
    state = models.CharField("trạng thái", max_length=8, choices=State, default=State.PLANNED)
    members_total = models.PositiveSmallIntegerField("tổng số thành viên", null=True, blank=True)
    discussion = models.TextField("tóm tắt ý kiến", blank=True)
    opened_at = models.DateTimeField("khai mạc lúc", null=True, blank=True)
    closed_at = models.DateTimeField("kiểm phiếu xong lúc", null=True, blank=True)
    minutes = models.OneToOneField(
        OfficialDocument, models.PROTECT, null=True, blank=True, related_name="meeting", verbose_name="biên bản họp"
    )
    count_minutes = models.OneToOneField(
        OfficialDocument,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="counted_meeting",
        verbose_name="biên bản kiểm phiếu",
    )
    created_at = models.DateTimeField("lập lúc")

    class Meta:
        verbose_name = "phiên họp"

    def __str__(self) -> str:
        return self.title


class Attendance(models.Model):
    """Dự họp."""

    meeting = models.ForeignKey(CouncilMeeting, models.CASCADE, related_name="attendances", verbose_name="phiên họp")
    member = models.ForeignKey(CouncilMember, models.PROTECT, related_name="+", verbose_name="thành viên")
    is_present = models.BooleanField("có mặt", default=False)
    note = models.CharField("lý do vắng", max_length=200, blank=True)

    class Meta:
        verbose_name = "dự họp"
        constraints = (models.UniqueConstraint(fields=["meeting", "member"], name="attendance_once"),)

    def __str__(self) -> str:
        return f"{self.meeting_id} {self.member_id}"


class AgendaItem(models.Model):
    """Trường hợp đưa ra Hội đồng: one candidate for one honour; the app above keeps the link to its nomination.

    `candidate_person` serves the check of conflicts; the tally is written once, when the ballot closes.
    """

    meeting = models.ForeignKey(CouncilMeeting, models.PROTECT, related_name="items", verbose_name="phiên họp")
    ordinal = models.PositiveSmallIntegerField("thứ tự")
    title = models.CharField("tên cá nhân, tập thể", max_length=300)
    honour_title = models.CharField("danh hiệu, hình thức", max_length=200)
    candidate_person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="cá nhân được xét"
    )
    method = models.CharField("cách biểu quyết", max_length=14)
    percent = models.PositiveSmallIntegerField("tỷ lệ cần đạt (%)")
    of_all_members = models.BooleanField("tính trên tổng số thành viên")
    yes = models.PositiveSmallIntegerField("đồng ý", null=True, blank=True)
    no = models.PositiveSmallIntegerField("không đồng ý", null=True, blank=True)
    blank = models.PositiveSmallIntegerField("phiếu trắng, không hợp lệ", null=True, blank=True)
    recused = models.PositiveSmallIntegerField("không tham gia vì có liên quan", null=True, blank=True)
    is_carried = models.BooleanField("được thông qua", null=True)

    class Meta:
        verbose_name = "trường hợp xét"
        constraints = (
            models.UniqueConstraint(fields=["meeting", "ordinal"], name="agenda_item_order"),
            models.CheckConstraint(
                condition=Q(is_carried=None) | Q(yes__isnull=False, no__isnull=False, blank__isnull=False),
                name="agenda_item_tally_complete",
            ),
        )

    def __str__(self) -> str:
        return self.title
