"""A plan that somebody brought, what the reader proposed, and what the person made of it."""

from django.db import models

from thidua.orgs.models import Unit
from thidua.records.models import StoredFile


class PlanReading(models.Model):
    """Đọc kế hoạch: `proposal` is what `core.reading` found; `draft` is the person's corrected copy of it.

    `text` is the source as shown beside the proposals; spans in both refer to it.
    """

    class State(models.TextChoices):
        REVIEW = "review", "Đang rà soát"
        CONFIRMED = "confirmed", "Đã lập phong trào"
        DISCARDED = "discarded", "Đã bỏ"

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="plan_readings", verbose_name="đơn vị")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+", verbose_name="tệp gốc")
    text = models.TextField("văn bản gốc")
    proposal = models.JSONField("kết quả đọc")
    draft = models.JSONField("bản đã sửa")
    state = models.CharField("trạng thái", max_length=10, choices=State, default=State.REVIEW)
    created_at = models.DateTimeField("tải lên lúc")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "đọc kế hoạch"

    def __str__(self) -> str:
        return self.file.name
