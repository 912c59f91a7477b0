"""People sign in as users and act in roles held in units for spans."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import F, Q

from thidua.core.access import ROLE_TITLES
from thidua.orgs.models import Person, Unit


class User(AbstractUser):
    """Tài khoản."""

    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    person = models.OneToOneField(
        Person, models.PROTECT, null=True, blank=True, related_name="user", verbose_name="cá nhân"
    )
    display_name = models.CharField("tên hiển thị", max_length=120)

    REQUIRED_FIELDS = ["display_name"]

    class Meta:
        verbose_name = "tài khoản"

    def __str__(self) -> str:
        return self.username

    def get_full_name(self) -> str:
        return self.display_name

    def get_short_name(self) -> str:
        return self.display_name


class RoleAssignment(models.Model):
    """Phân vai trò: a role in a unit for a span (G2)."""

    user = models.ForeignKey(User, models.PROTECT, related_name="role_assignments", verbose_name="tài khoản")
    role = models.CharField(
        "vai trò", max_length=16, choices=[(role.value, title) for role, title in ROLE_TITLES.items()]
    )
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="role_assignments", verbose_name="đơn vị")
    starts_on = models.DateField("từ ngày")
    ends_before = models.DateField("đến trước ngày", null=True, blank=True)

    class Meta:
        verbose_name = "vai trò được phân"
        constraints = (
            models.UniqueConstraint(fields=["user", "role", "unit", "starts_on"], name="role_assignment_one_start"),
            models.CheckConstraint(
                condition=Q(ends_before=None) | Q(ends_before__gte=F("starts_on")),
                name="role_assignment_ends_after_start",
            ),
        )

    def __str__(self) -> str:
        return f"{self.user_id} {self.role} {self.unit_id}"
