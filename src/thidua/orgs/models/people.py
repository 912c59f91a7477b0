"""People and the posts they hold."""

from django.db import models
from django.db.models import F, Q

from thidua.orgs.models.units import Unit


class Person(models.Model):
    """Cá nhân: manager, teacher, staff or worker of the sector."""

    class Gender(models.TextChoices):
        FEMALE = "F", "Nữ"
        MALE = "M", "Nam"

    code = models.CharField("mã định danh cá nhân trong ngành", max_length=30, unique=True)
    full_name = models.CharField("họ và tên", max_length=120)
    search_name = models.CharField(max_length=120, db_index=True, editable=False)
    sort_name = models.CharField(max_length=400, db_index=True, editable=False)
    born_on = models.DateField("ngày sinh", null=True, blank=True)
    gender = models.CharField("giới tính", max_length=1, choices=Gender)
    is_minority = models.BooleanField("dân tộc thiểu số", default=False)
    joined_sector_on = models.DateField("ngày vào ngành", null=True, blank=True)

    class Meta:
        verbose_name = "cá nhân"

    def __str__(self) -> str:
        return self.full_name


class Appointment(models.Model):
    """Bổ nhiệm, phân công: a post in a unit for a span."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="appointments", verbose_name="cá nhân")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="appointments", verbose_name="đơn vị")
    section = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="section_appointments", verbose_name="tổ, bộ phận"
    )
    title = models.CharField("chức vụ, chức danh", max_length=120)
    is_manager = models.BooleanField("giữ chức vụ lãnh đạo, quản lý", default=False)
    is_direct_worker = models.BooleanField("trực tiếp giảng dạy, lao động", default=True)
    starts_on = models.DateField("từ ngày")
    ends_before = models.DateField("đến trước ngày", null=True, blank=True)

    class Meta:
        verbose_name = "chức vụ, phân công"
        constraints = (
            models.UniqueConstraint(fields=["person", "unit", "starts_on"], name="appointment_one_start"),
            models.CheckConstraint(
                condition=Q(ends_before=None) | Q(ends_before__gt=F("starts_on")), name="appointment_ends_after_start"
            ),
        )

    def __str__(self) -> str:
        return self.title
