"""What a year says about a person or a collective: the ground of every title (A2)."""

from django.db import models
from django.db.models import Q

from thidua.orgs.models.people import Person
from thidua.orgs.models.units import Unit


class Rating(models.TextChoices):
    """Mức xếp loại chất lượng."""

    EXCELLENT = "HTXS", "Hoàn thành xuất sắc nhiệm vụ"
    GOOD = "HTT", "Hoàn thành tốt nhiệm vụ"
    DONE = "HT", "Hoàn thành nhiệm vụ"
    NOT_DONE = "KHT", "Không hoàn thành nhiệm vụ"


class FactsBase(models.Model):
    """Kết quả một năm: shared by persons and collectives. `version` guards against two people editing at once."""

    year = models.CharField("năm", max_length=9)
    rating = models.CharField("xếp loại", max_length=4, choices=Rating, blank=True)
    takes_part = models.BooleanField("tham gia phong trào thi đua", null=True)
    note = models.CharField("ghi chú", max_length=300, blank=True)
    source = models.CharField("nguồn", max_length=120, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True


class YearlyFacts(FactsBase):
    """Kết quả năm của cá nhân; absent values are unknown, never zero."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="yearly_facts", verbose_name="cá nhân")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="yearly_facts", verbose_name="đơn vị đánh giá")
    months_worked = models.DecimalField("số tháng làm việc", max_digits=4, decimal_places=1, null=True, blank=True)
    leave_working_days = models.PositiveSmallIntegerField(
        "số ngày làm việc nghỉ (không tính thai sản)", null=True, blank=True
    )
    maternity_days = models.PositiveSmallIntegerField("số ngày nghỉ thai sản", null=True, blank=True)

    class Meta:
        verbose_name = "kết quả năm của cá nhân"
        constraints = (
            models.UniqueConstraint(fields=["person", "year"], name="yearly_facts_one_per_year"),
            models.CheckConstraint(
                condition=Q(months_worked=None) | Q(months_worked__range=(0, 12)), name="yearly_facts_months"
            ),
        )

    def __str__(self) -> str:
        return f"{self.person_id} {self.year}"


class CollectiveFacts(FactsBase):
    """Kết quả năm của tập thể."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="collective_facts", verbose_name="tập thể")

    class Meta:
        verbose_name = "kết quả năm của tập thể"
        constraints = (models.UniqueConstraint(fields=["unit", "year"], name="collective_facts_one_per_year"),)

    def __str__(self) -> str:
        return f"{self.unit_id} {self.year}"


class DisciplineRecord(models.Model):
    """Kỷ luật: a disciplinary measure and the time it lasts."""

    class Level(models.TextChoices):
        REPRIMAND = "khien_trach", "Khiển trách"
        WARNING = "canh_cao", "Cảnh cáo"
        REMOVAL = "cach_chuc", "Cách chức"
        DISMISSAL = "buoc_thoi_viec", "Buộc thôi việc"

    person = models.ForeignKey(Person, models.PROTECT, related_name="disciplines", verbose_name="cá nhân")
    level = models.CharField("hình thức", max_length=16, choices=Level)
    starts_on = models.DateField("từ ngày")
    ends_before = models.DateField("đến trước ngày", null=True, blank=True)
    duty_related = models.BooleanField("liên quan đến hoạt động nghề nghiệp", null=True)

    class Meta:
        verbose_name = "kỷ luật"

    def __str__(self) -> str:
        return self.get_level_display()


class HoldRecord(models.Model):
    """Tạm dừng xét khen thưởng: while discipline, inspection, a complaint or press reports are being looked into."""

    class Reason(models.TextChoices):
        DISCIPLINE = "discipline", "Đang xem xét kỷ luật"
        INSPECTION = "inspection", "Đang thanh tra, kiểm tra, điều tra có dấu hiệu vi phạm"
        COMPLAINT = "complaint", "Đang xác minh khiếu nại, tố cáo"
        PRESS = "press", "Đang xác minh thông tin báo chí nêu"

    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="holds", verbose_name="cá nhân"
    )
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="holds", verbose_name="tập thể")
    reason = models.CharField("lý do", max_length=12, choices=Reason)
    starts_on = models.DateField("từ ngày")
    ends_before = models.DateField("đến trước ngày", null=True, blank=True)

    class Meta:
        verbose_name = "tạm dừng xét khen thưởng"
        constraints = (
            models.CheckConstraint(
                condition=Q(person=None, unit__isnull=False) | Q(person__isnull=False, unit=None),
                name="hold_person_or_unit",
            ),
        )

    def __str__(self) -> str:
        return self.get_reason_display()
