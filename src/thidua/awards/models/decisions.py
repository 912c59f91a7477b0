"""Decisions, awards, certificates and their revocation (N7-N9)."""

from django.db import models
from django.db.models import Q

from thidua.awards.models.dossiers import Dossier, Nomination, Stream
from thidua.councils.models import CouncilMeeting
from thidua.orgs.models import Person, Unit
from thidua.records.models import OfficialDocument


class AwardDecision(models.Model):
    """Quyết định khen thưởng of the unit with authority; issued with number and annexed list."""

    class State(models.TextChoices):
        DRAFT = "draft", "Dự thảo"
        ISSUED = "issued", "Đã ban hành"

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="award_decisions", verbose_name="cơ quan quyết định")
    title = models.CharField("về việc", max_length=300)
    search_title = models.CharField(max_length=300, db_index=True, editable=False)
    year = models.CharField("năm", max_length=9)
    meeting = models.ForeignKey(
        CouncilMeeting, models.PROTECT, null=True, blank=True, related_name="decisions", verbose_name="phiên họp"
    )
    dossiers = models.ManyToManyField(Dossier, related_name="decisions", verbose_name="hồ sơ")
    document = models.OneToOneField(
        OfficialDocument, models.PROTECT, null=True, blank=True, related_name="award_decision", verbose_name="văn bản"
    )
    state = models.CharField("trạng thái", max_length=8, choices=State, default=State.DRAFT)
    decided_on = models.DateField("ngày quyết định", null=True, blank=True)
    created_at = models.DateTimeField("lập lúc")

    class Meta:
        verbose_name = "quyết định khen thưởng"
        constraints = (
            models.CheckConstraint(
                condition=Q(state="draft") | Q(document__isnull=False, decided_on__isnull=False),
                name="award_decision_issued_with_document",
            ),
        )

    def __str__(self) -> str:
        return self.title


class Award(models.Model):
    """Khen thưởng: one honour given to a person or a collective; with `decision` or, before the system, with its number in words.

    Names are kept as they were on the day, since people and units are renamed. `code` stands behind the QR code.
    """

    decision = models.ForeignKey(
        AwardDecision, models.PROTECT, null=True, blank=True, related_name="awards", verbose_name="quyết định"
    )
    nomination = models.OneToOneField(
        Nomination, models.PROTECT, null=True, blank=True, related_name="award", verbose_name="đề nghị"
    )
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="awards", verbose_name="cá nhân"
    )
    collective = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="awards", verbose_name="tập thể"
    )
    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="awards_of_members", verbose_name="đơn vị khi được khen"
    )
    recipient_name = models.CharField("tên được khen", max_length=200)
    recipient_search = models.CharField(max_length=200, db_index=True, editable=False)
    unit_name = models.CharField("tên đơn vị khi được khen", max_length=200)
    honour = models.CharField("danh hiệu, hình thức", max_length=12, db_index=True)
    year = models.CharField("năm", max_length=9, db_index=True)
    stream = models.CharField("loại hình", max_length=8, choices=Stream, default=Stream.MERIT)
    decided_on = models.DateField("ngày quyết định", db_index=True)
    decision_number = models.CharField("số quyết định", max_length=80)
    decided_by = models.CharField("người quyết định", max_length=200)
    achievement = models.TextField("thành tích", blank=True)
    book_number = models.CharField("số vào sổ", max_length=40, blank=True)
    money = models.PositiveBigIntegerField("tiền thưởng (đồng)", null=True, blank=True)
    code = models.CharField("mã xác thực", max_length=16, unique=True)

    class Meta:
        verbose_name = "khen thưởng"
        constraints = (
            models.CheckConstraint(
                condition=Q(person=None, collective__isnull=False) | Q(person__isnull=False, collective=None),
                name="award_person_or_collective",
            ),
        )
        indexes = (models.Index(fields=["honour", "year"], name="award_honour_year"),)

    def __str__(self) -> str:
        return f"{self.recipient_name} {self.honour} {self.year}"


class Revocation(models.Model):
    """Thu hồi, huỷ bỏ: ends one award for a ground of the law (Luật TĐKT Đ.93)."""

    class Ground(models.TextChoices):
        FRAUD = "fraud", "Gian dối trong việc kê khai thành tích"
        FORGED = "forged", "Cung cấp sai sự thật, làm giả hồ sơ, giấy tờ"
        UNLAWFUL = "unlawful", "Thẩm định, xét, duyệt, đề nghị trái quy định của pháp luật"
        VIOLATION = "violation", "Có kết luận vi phạm trong thời gian tính thành tích làm ảnh hưởng đến tiêu chuẩn xét"

    award = models.OneToOneField(Award, models.PROTECT, related_name="revocation", verbose_name="khen thưởng")
    ground = models.CharField("căn cứ", max_length=10, choices=Ground)
    explanation = models.TextField("diễn giải")
    document = models.ForeignKey(
        OfficialDocument, models.PROTECT, related_name="revocations", verbose_name="quyết định thu hồi"
    )
    revoked_on = models.DateField("ngày thu hồi")
    money_to_recover = models.PositiveBigIntegerField("tiền thưởng phải thu hồi (đồng)", default=0)

    class Meta:
        verbose_name = "thu hồi"

    def __str__(self) -> str:
        return f"{self.award_id} {self.ground}"
