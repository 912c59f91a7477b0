"""Dossiers: what a unit puts forward, candidate by candidate (N1-N4)."""

from django.db import models
from django.db.models import Q

from thidua.councils.models import AgendaItem
from thidua.movements.models import Movement
from thidua.orgs.models import Person, Unit
from thidua.records.models import OfficialDocument, StoredFile


class Stream(models.TextChoices):
    """Loại hình khen thưởng."""

    MERIT = "MERIT", "Công trạng"
    THEMATIC = "THEMATIC", "Chuyên đề"
    AD_HOC = "AD_HOC", "Đột xuất"


class Dossier(models.Model):
    """Hồ sơ khen thưởng: one submission of a unit to the unit that decides, for a year and a stream."""

    class State(models.TextChoices):
        DRAFT = "draft", "Đang lập"
        SUBMITTED = "submitted", "Đã trình"
        RETURNED = "returned", "Trả lại để bổ sung"
        ACCEPTED = "accepted", "Đã thẩm định"
        VOTED = "voted", "Hội đồng đã biểu quyết"
        DECIDED = "decided", "Đã có quyết định"

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="dossiers", verbose_name="đơn vị đề nghị")
    deciding_unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="dossiers_to_decide", verbose_name="cơ quan thẩm quyền"
    )
    movement = models.ForeignKey(
        Movement, models.PROTECT, null=True, blank=True, related_name="dossiers", verbose_name="phong trào"
    )
    title = models.CharField("tên hồ sơ", max_length=300)
    search_title = models.CharField(max_length=300, db_index=True, editable=False)
    year = models.CharField("năm", max_length=9, db_index=True)
    stream = models.CharField("loại hình", max_length=8, choices=Stream, default=Stream.MERIT)
    state = models.CharField("trạng thái", max_length=9, choices=State, default=State.DRAFT, db_index=True)
    submitted_at = models.DateTimeField("trình lúc", null=True, blank=True)
    received_on = models.DateField("ngày nhận đủ hồ sơ", null=True, blank=True)
    return_reason = models.TextField("lý do trả lại", blank=True)
    submission = models.OneToOneField(
        OfficialDocument, models.PROTECT, null=True, blank=True, related_name="dossier", verbose_name="tờ trình"
    )
    files = models.ManyToManyField(
        StoredFile, through="DossierPaper", blank=True, related_name="+", verbose_name="tài liệu kèm theo"
    )
    created_at = models.DateTimeField("lập lúc")
    updated_at = models.DateTimeField("sửa lúc", db_index=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "hồ sơ khen thưởng"
        indexes = (
            # The two lists that are opened most, in the order they are shown.
            models.Index(fields=["deciding_unit", "-updated_at", "-id"], name="dossier_incoming"),
            models.Index(fields=["unit", "-updated_at", "-id"], name="dossier_own"),
        )

    def __str__(self) -> str:
        return self.title


class Nomination(models.Model):
    """Đề nghị khen thưởng: one candidate for one honour in a dossier.

    `verdict` is the summary of `core.law` when last checked (outcome and conditions); the page computes it anew.
    """

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="nominations", verbose_name="hồ sơ")
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="nominations", verbose_name="cá nhân"
    )
    collective = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="nominations", verbose_name="tập thể"
    )
    honour = models.CharField("danh hiệu, hình thức", max_length=12)
    achievement = models.TextField("tóm tắt thành tích", blank=True)
    initiative = models.ForeignKey(
        "awards.Initiative",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="nominations",
        verbose_name="sáng kiến làm căn cứ",
    )
    outcome = models.CharField("kết quả đối chiếu", max_length=14, blank=True)
    verdict = models.JSONField("đối chiếu điều kiện", default=dict)
    checked_at = models.DateTimeField("đối chiếu lúc", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    agenda_item = models.OneToOneField(
        AgendaItem, models.PROTECT, null=True, blank=True, related_name="nomination", verbose_name="trường hợp xét"
    )
    is_carried = models.BooleanField("Hội đồng thông qua", null=True)

    class Meta:
        verbose_name = "đề nghị khen thưởng"
        constraints = (
            models.CheckConstraint(
                condition=Q(person=None, collective__isnull=False) | Q(person__isnull=False, collective=None),
                name="nomination_person_or_collective",
            ),
            models.UniqueConstraint(
                fields=["dossier", "person", "honour"], condition=Q(person__isnull=False), name="nomination_person_once"
            ),
            models.UniqueConstraint(
                fields=["dossier", "collective", "honour"],
                condition=Q(collective__isnull=False),
                name="nomination_collective_once",
            ),
        )

    def __str__(self) -> str:
        return f"{self.dossier_id} {self.honour}"


class DossierPaper(models.Model):
    """Giấy tờ trong hồ sơ: a file and the part of the dossier it fulfils (`part` as `core.law` names it; empty = further paper)."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="papers", verbose_name="hồ sơ")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+", verbose_name="tệp")
    part = models.CharField("thành phần hồ sơ", max_length=200, blank=True)
    added_at = models.DateTimeField("thêm lúc", null=True, blank=True)

    class Meta:
        verbose_name = "giấy tờ trong hồ sơ"
        constraints = (models.UniqueConstraint(fields=["dossier", "file"], name="dossier_paper_once"),)

    def __str__(self) -> str:
        return self.part or str(self.file_id)
