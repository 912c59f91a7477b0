"""Files that people bring: plans to read, evidence, Excel lists."""

from django.db import models

from thidua.orgs.models import Unit


def _place(instance: "StoredFile", filename: str) -> str:
    """Named by content, never by what the person called it."""
    return f"{instance.sha256[:2]}/{instance.sha256}"


class StoredFile(models.Model):
    """Tệp: kept under its SHA-256 (hex); the person's name for it is only shown."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name="đơn vị")
    name = models.CharField("tên tệp", max_length=200)
    media_type = models.CharField("kiểu", max_length=100)
    size = models.PositiveIntegerField("dung lượng (byte)")
    sha256 = models.CharField(max_length=64, db_index=True)
    content = models.FileField("nội dung", upload_to=_place, max_length=120)
    uploaded_at = models.DateTimeField("tải lên lúc")
    uploaded_by_id = models.BigIntegerField("mã người tải lên", null=True)

    class Meta:
        verbose_name = "tệp"

    def __str__(self) -> str:
        return self.name
