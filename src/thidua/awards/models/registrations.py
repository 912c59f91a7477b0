"""What people and collectives aim for, and the initiatives they can show (A1, A3)."""

from django.db import models
from django.db.models import Q

from thidua.orgs.models import Person, Unit


class TitleRegistration(models.Model):
    """Đăng ký thi đua: the honour a person or a collective aims for in a year."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="title_registrations", verbose_name="đơn vị")
    person = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="title_registrations", verbose_name="cá nhân"
    )
    year = models.CharField("năm", max_length=9)
    honour = models.CharField("danh hiệu, hình thức", max_length=12)
    pledge = models.TextField("việc sẽ làm để đạt", blank=True)
    registered_at = models.DateTimeField("đăng ký lúc")
    withdrawn_at = models.DateTimeField("rút đăng ký lúc", null=True, blank=True)

    class Meta:
        verbose_name = "đăng ký thi đua"
        constraints = (
            models.UniqueConstraint(
                fields=["person", "year", "honour"],
                condition=Q(withdrawn_at=None, person__isnull=False),
                name="registration_once_per_person",
            ),
            models.UniqueConstraint(
                fields=["unit", "year", "honour"],
                condition=Q(withdrawn_at=None, person=None),
                name="registration_once_per_collective",
            ),
        )

    def __str__(self) -> str:
        return f"{self.honour} {self.year}"


class Initiative(models.Model):
    """Sáng kiến, đề tài: recognised with a scope of effect; used once, for a title or for a form (I12)."""

    class Scope(models.TextChoices):
        LOCAL = "co_so", "Cơ sở"
        PROVINCE = "bo_tinh", "Bộ, ngành, tỉnh"
        NATION = "toan_quoc", "Toàn quốc"

    class Kind(models.TextChoices):
        INITIATIVE = "initiative", "Sáng kiến"
        RESEARCH = "research", "Đề tài, đề án khoa học"

    person = models.ForeignKey(Person, models.PROTECT, related_name="initiatives", verbose_name="tác giả")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="initiatives", verbose_name="đơn vị")
    kind = models.CharField("loại", max_length=10, choices=Kind, default=Kind.INITIATIVE)
    title = models.CharField("tên sáng kiến, đề tài", max_length=400)
    search_title = models.CharField(max_length=400, db_index=True, editable=False, blank=True)
    scope = models.CharField("phạm vi ảnh hưởng", max_length=10, choices=Scope)
    recognised_on = models.DateField("ngày công nhận, nghiệm thu")
    recognised_by = models.CharField("quyết định công nhận", max_length=200, blank=True)
    used_for = models.CharField("đã dùng để xét", max_length=24, blank=True)

    class Meta:
        verbose_name = "sáng kiến"

    def __str__(self) -> str:
        return self.title
