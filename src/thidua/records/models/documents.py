"""Official documents, the registers that number them, and their sending (P5, P6)."""

from django.db import models
from django.db.models import Q

from thidua.orgs.models import Unit


class Register(models.Model):
    """Sổ văn bản: the last number given per issuer, series and calendar year (Decree 30/2020 Đ.15)."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="registers", verbose_name="cơ quan ban hành")
    series = models.CharField("loạt số", max_length=20)
    year = models.PositiveSmallIntegerField("năm")
    last_number = models.PositiveIntegerField("số cuối", default=0)

    class Meta:
        verbose_name = "sổ văn bản"
        constraints = (models.UniqueConstraint(fields=["unit", "series", "year"], name="register_one_per_series"),)

    def __str__(self) -> str:
        return f"{self.series} {self.year}"


class OfficialDocument(models.Model):
    """Văn bản: its content is a tree (`core.documents`), from which .docx and .pdf are made.

    `number`, `symbol` and `issued_on` are empty in drafts and given together when it is issued.
    """

    class State(models.TextChoices):
        DRAFT = "draft", "Dự thảo"
        ISSUED = "issued", "Đã ban hành"

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="documents", verbose_name="cơ quan ban hành")
    kind = models.CharField("loại văn bản", max_length=10)
    series = models.CharField("loạt số", max_length=20)
    number = models.PositiveIntegerField("số", null=True, blank=True)
    symbol = models.CharField("ký hiệu", max_length=60)
    year = models.PositiveSmallIntegerField("năm", null=True, blank=True)
    issued_on = models.DateField("ngày ban hành", null=True, blank=True)
    subject = models.CharField("trích yếu", max_length=600)
    search_text = models.TextField(editable=False, blank=True)
    content = models.JSONField("nội dung")
    state = models.CharField("trạng thái", max_length=8, choices=State, default=State.DRAFT)
    signer_name = models.CharField("người ký", max_length=120, blank=True)
    signer_position = models.CharField("chức vụ người ký", max_length=200, blank=True)
    created_at = models.DateTimeField("lập lúc")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "văn bản"
        constraints = (
            models.UniqueConstraint(
                fields=["unit", "series", "year", "number"], condition=Q(state="issued"), name="document_number_once"
            ),
            models.CheckConstraint(
                condition=Q(state="draft", number=None, issued_on=None)
                | Q(state="issued", number__isnull=False, issued_on__isnull=False, year__isnull=False),
                name="document_numbered_when_issued",
            ),
        )

    def __str__(self) -> str:
        return f"{self.code} {self.subject}"

    @property
    def code(self) -> str:
        """Số và ký hiệu: `05/KH-SGDĐT`, with a blank before the slash while it is a draft."""
        return f"{self.number:02d}/{self.symbol}" if self.number is not None else f"…/{self.symbol}"


class Dispatch(models.Model):
    """Gửi và nhận: one issued document to one unit; received when first opened there, acknowledged on purpose."""

    document = models.ForeignKey(OfficialDocument, models.PROTECT, related_name="dispatches", verbose_name="văn bản")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="incoming", verbose_name="nơi nhận")
    note = models.CharField("để làm gì", max_length=60, blank=True)
    respond_by = models.DateField("hạn ban hành kế hoạch", null=True, blank=True)
    sent_at = models.DateTimeField("gửi lúc")
    received_at = models.DateTimeField("nhận lúc", null=True, blank=True)
    acknowledged_at = models.DateTimeField("xác nhận lúc", null=True, blank=True)
    acknowledged_by_id = models.BigIntegerField("mã người xác nhận", null=True, blank=True)
    reminded_at = models.DateTimeField("nhắc lần cuối lúc", null=True, blank=True)

    class Meta:
        verbose_name = "gửi, nhận văn bản"
        constraints = (
            models.UniqueConstraint(fields=["document", "unit"], name="dispatch_once_per_unit"),
            models.CheckConstraint(
                condition=Q(acknowledged_at=None) | Q(received_at__isnull=False),
                name="dispatch_received_before_acknowledged",
            ),
        )

    def __str__(self) -> str:
        return f"{self.document_id} -> {self.unit_id}"
