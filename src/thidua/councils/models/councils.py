"""Councils and their members (N5)."""

from django.db import models
from django.db.models import F, Q

from thidua.orgs.models import Person, Unit


class Council(models.Model):
    """Hội đồng thi đua - khen thưởng of a unit."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="councils", verbose_name="đơn vị")
    name = models.CharField("tên Hội đồng", max_length=200)
    symbol = models.CharField("chữ viết tắt", max_length=30, default="HĐTĐKT")
    starts_on = models.DateField("thành lập ngày")
    ends_before = models.DateField("kết thúc trước ngày", null=True, blank=True)

    class Meta:
        verbose_name = "hội đồng"
        constraints = (
            models.CheckConstraint(
                condition=Q(ends_before=None) | Q(ends_before__gt=F("starts_on")), name="council_ends_after_start"
            ),
        )

    def __str__(self) -> str:
        return self.name


class CouncilMember(models.Model):
    """Thành viên Hội đồng."""

    class Role(models.TextChoices):
        CHAIR = "chair", "Chủ tịch"
        VICE_CHAIR = "vice_chair", "Phó Chủ tịch"
        MEMBER = "member", "Uỷ viên"
        SECRETARY = "secretary", "Uỷ viên, thư ký"

    council = models.ForeignKey(Council, models.PROTECT, related_name="members", verbose_name="hội đồng")
    person = models.ForeignKey(Person, models.PROTECT, related_name="council_memberships", verbose_name="cá nhân")
    role = models.CharField("chức danh", max_length=10, choices=Role, default=Role.MEMBER)
    starts_on = models.DateField("từ ngày")
    ends_before = models.DateField("đến trước ngày", null=True, blank=True)

    class Meta:
        verbose_name = "thành viên hội đồng"
        constraints = (
            models.UniqueConstraint(fields=["council", "person", "starts_on"], name="council_member_one_start"),
        )

    def __str__(self) -> str:
        return f"{self.council_id} {self.person_id}"
