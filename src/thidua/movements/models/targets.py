"""Targets, their allotment to units, and the figures reported (T1-T5)."""

from django.db import models
from django.db.models import Q

from thidua.core.targets.rules import Comparator
from thidua.movements.models.movements import Movement
from thidua.orgs.models import Unit
from thidua.records.models import StoredFile


class Target(models.Model):
    """Chỉ tiêu: what is to be reached; a share (`unit` = "%") or a count (`unit` = "count" or the thing counted)."""

    movement = models.ForeignKey(Movement, models.CASCADE, related_name="targets", verbose_name="phong trào")
    ordinal = models.PositiveSmallIntegerField("thứ tự")
    subject = models.TextField("nội dung chỉ tiêu")
    group = models.TextField("nhóm", blank=True)
    comparator = models.CharField("phép so sánh", max_length=2, choices=[(c.value, c.value) for c in Comparator])
    value = models.DecimalField("giá trị", max_digits=14, decimal_places=2)
    unit = models.CharField("đơn vị tính", max_length=40, default="%")
    numerator = models.DecimalField("tử số", max_digits=14, decimal_places=2, null=True, blank=True)
    denominator = models.DecimalField("mẫu số", max_digits=14, decimal_places=2, null=True, blank=True)
    lower_is_better = models.BooleanField("càng thấp càng tốt", default=False)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name="chỉ tiêu của cấp trên"
    )

    class Meta:
        verbose_name = "chỉ tiêu"
        constraints = (
            models.UniqueConstraint(fields=["movement", "ordinal"], name="target_order"),
            models.CheckConstraint(
                condition=Q(denominator=None) | Q(denominator__gt=0), name="target_denominator_positive"
            ),
        )

    def __str__(self) -> str:
        return self.subject


class Allotment(models.Model):
    """Giao chỉ tiêu: the value that one unit is to reach."""

    target = models.ForeignKey(Target, models.CASCADE, related_name="allotments", verbose_name="chỉ tiêu")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="allotments", verbose_name="đơn vị được giao")
    value = models.DecimalField("giá trị được giao", max_digits=14, decimal_places=2)
    due_on = models.DateField("hạn báo cáo", null=True, blank=True)

    class Meta:
        verbose_name = "chỉ tiêu được giao"
        constraints = (models.UniqueConstraint(fields=["target", "unit"], name="allotment_once_per_unit"),)

    def __str__(self) -> str:
        return f"{self.target_id} -> {self.unit_id}"


class Figure(models.Model):
    """Số liệu: one report of a unit on a target; a correction is a new row, the earlier stays (`is_current` false)."""

    target = models.ForeignKey(Target, models.PROTECT, related_name="figures", verbose_name="chỉ tiêu")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="figures", verbose_name="đơn vị")
    as_of = models.DateField("tính đến ngày")
    numerator = models.DecimalField("tử số", max_digits=14, decimal_places=2, null=True, blank=True)
    denominator = models.DecimalField("mẫu số", max_digits=14, decimal_places=2, null=True, blank=True)
    value = models.DecimalField("giá trị", max_digits=14, decimal_places=2, null=True, blank=True)
    note = models.CharField("giải trình", max_length=300, blank=True)
    evidence = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="minh chứng"
    )
    reported_at = models.DateTimeField("báo cáo lúc")
    reported_by_id = models.BigIntegerField("mã người báo cáo", null=True)
    is_current = models.BooleanField("đang dùng", default=True)

    class Meta:
        verbose_name = "số liệu"
        constraints = (
            models.UniqueConstraint(fields=["target", "unit"], condition=Q(is_current=True), name="figure_one_current"),
            models.CheckConstraint(
                condition=Q(numerator__isnull=False, denominator__gt=0) | Q(value__isnull=False, denominator=None),
                name="figure_fraction_or_value",
            ),
        )

    def __str__(self) -> str:
        return f"{self.target_id} {self.unit_id} {self.as_of}"
