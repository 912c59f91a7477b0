"""Units form a tree that changes over time; managing body and professional body are two lines (G1)."""

from django.db import models
from django.db.models import F, Q


class UnitKind(models.TextChoices):
    """Loại đơn vị."""

    MINISTRY = "BO", "Bộ"
    PROVINCE = "TINH", "Uỷ ban nhân dân cấp tỉnh"
    DEPARTMENT = "SO", "Sở Giáo dục và Đào tạo"
    DISTRICT_OFFICE = "PHONG", "Phòng Giáo dục và Đào tạo"
    COMMUNE = "XA", "Uỷ ban nhân dân cấp xã"
    PRESCHOOL = "MN", "Trường mầm non"
    PRIMARY = "TH", "Trường tiểu học"
    LOWER_SECONDARY = "THCS", "Trường trung học cơ sở"
    UPPER_SECONDARY = "THPT", "Trường trung học phổ thông"
    CONTINUING = "GDTX", "Trung tâm giáo dục thường xuyên"
    UNIVERSITY = "DH", "Cơ sở giáo dục đại học"
    SECTION = "TO", "Tổ, phòng, bộ phận"


class Area(models.TextChoices):
    """Địa bàn."""

    NORMAL = "normal", "Thông thường"
    DIFFICULT = "difficult", "Đặc biệt khó khăn"
    BORDER = "border", "Biên giới, hải đảo"


class Unit(models.Model):
    """Đơn vị: its identity through all renamings and moves; what it is called and to whom it belongs stands in its spans."""

    code = models.CharField("mã đơn vị", max_length=40, unique=True)

    class Meta:
        verbose_name = "đơn vị"

    def __str__(self) -> str:
        return self.code


class UnitSpan(models.Model):
    """Thời kỳ của đơn vị: name, kind and superiors between two dates.

    `path` lists the ids of the managing bodies above the unit and its own, from the root: `/1/5/40/`;
    `professional_path` likewise on the professional line. Both are kept by `orgs.actions.units`.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="spans", verbose_name="đơn vị")
    name = models.CharField("tên đơn vị", max_length=200)
    search_name = models.CharField(max_length=200, db_index=True, editable=False)
    kind = models.CharField("loại", max_length=8, choices=UnitKind)
    symbol = models.CharField("chữ viết tắt trong ký hiệu văn bản", max_length=30)
    place = models.CharField("địa danh ghi trên văn bản", max_length=80)
    area = models.CharField("địa bàn", max_length=12, choices=Area, default=Area.NORMAL)
    managing_body = models.ForeignKey(
        Unit,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="managed_spans",
        verbose_name="cơ quan quản lý trực tiếp",
    )
    professional_body = models.ForeignKey(
        Unit,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="guided_spans",
        verbose_name="cơ quan chỉ đạo chuyên môn",
    )
    path = models.CharField(max_length=200, db_index=True)
    professional_path = models.CharField(max_length=200, db_index=True)
    starts_on = models.DateField("từ ngày")
    ends_before = models.DateField("đến trước ngày", null=True, blank=True)

    class Meta:
        verbose_name = "thời kỳ của đơn vị"
        constraints = (
            models.UniqueConstraint(fields=["unit", "starts_on"], name="unit_span_one_start"),
            models.CheckConstraint(
                condition=Q(ends_before=None) | Q(ends_before__gt=F("starts_on")), name="unit_span_ends_after_start"
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def above_ids(self) -> frozenset[int]:
        """Ids of every unit above on either line, the unit itself left out."""
        ids = {int(part) for path in (self.path, self.professional_path) for part in path.split("/") if part}
        return frozenset(ids - {self.unit_id})
