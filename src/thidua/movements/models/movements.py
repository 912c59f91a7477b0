"""Movements and what their plans say (M1-M4, M8)."""

from django.db import models
from django.db.models import F, Q

from thidua.movements.models.readings import PlanReading
from thidua.orgs.models import Unit
from thidua.records.models import OfficialDocument


class Movement(models.Model):
    """Phong trào thi đua: launched by a unit with a plan, for a calendar year, a school year or several years."""

    class Kind(models.TextChoices):
        REGULAR = "regular", "Thường xuyên"
        THEMATIC = "thematic", "Theo chuyên đề"
        AD_HOC = "ad_hoc", "Đột xuất, cao điểm"

    class PeriodKind(models.TextChoices):
        CALENDAR_YEAR = "calendar_year", "Năm công tác"
        SCHOOL_YEAR = "school_year", "Năm học"
        SPAN = "span", "Nhiều năm hoặc một đợt"

    class State(models.TextChoices):
        DRAFT = "draft", "Đang dự thảo"
        LAUNCHED = "launched", "Đang thực hiện"
        CLOSED = "closed", "Đã kết thúc"

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="movements", verbose_name="đơn vị phát động")
    name = models.CharField("tên phong trào", max_length=400)
    search_name = models.CharField(max_length=400, db_index=True, editable=False)
    theme = models.TextField("chủ đề, khẩu hiệu", blank=True)
    purpose = models.TextField("mục đích, yêu cầu", blank=True)
    contents = models.TextField("nội dung thi đua", blank=True)
    measures = models.TextField("biện pháp, tổ chức thực hiện", blank=True)
    kind = models.CharField("hình thức", max_length=10, choices=Kind, default=Kind.REGULAR)
    period_kind = models.CharField(
        "loại thời gian", max_length=14, choices=PeriodKind, default=PeriodKind.CALENDAR_YEAR
    )
    starts_on = models.DateField("bắt đầu")
    ends_before = models.DateField("kết thúc trước ngày")
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name="hưởng ứng phong trào"
    )
    reading = models.OneToOneField(
        PlanReading, models.PROTECT, null=True, blank=True, related_name="movement", verbose_name="kế hoạch đã đọc"
    )
    plan = models.OneToOneField(
        OfficialDocument, models.PROTECT, null=True, blank=True, related_name="movement", verbose_name="kế hoạch"
    )
    state = models.CharField("trạng thái", max_length=8, choices=State, default=State.DRAFT)
    created_at = models.DateTimeField("lập lúc")
    launched_at = models.DateTimeField("phát động lúc", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "phong trào thi đua"
        constraints = (
            models.CheckConstraint(condition=Q(ends_before__gt=F("starts_on")), name="movement_ends_after_start"),
            models.CheckConstraint(
                condition=Q(state="draft") | Q(launched_at__isnull=False, plan__isnull=False),
                name="movement_launched_with_plan",
            ),
            models.UniqueConstraint(
                fields=["unit", "parent"], condition=Q(parent__isnull=False), name="movement_one_answer_per_unit"
            ),
        )

    def __str__(self) -> str:
        return self.name


class LegalBasis(models.Model):
    """Căn cứ: a document that the plan cites."""

    movement = models.ForeignKey(Movement, models.CASCADE, related_name="legal_bases", verbose_name="phong trào")
    ordinal = models.PositiveSmallIntegerField("thứ tự")
    kind = models.CharField("loại", max_length=60)
    number = models.CharField("số, ký hiệu", max_length=80, blank=True)
    dated = models.CharField("ngày ban hành (có thể thiếu)", max_length=10, blank=True)
    issuer = models.CharField("cơ quan ban hành", max_length=200, blank=True)
    about = models.TextField("trích yếu", blank=True)

    class Meta:
        verbose_name = "căn cứ"
        constraints = (models.UniqueConstraint(fields=["movement", "ordinal"], name="legal_basis_order"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.number}".strip()


class NamedMovement(models.Model):
    """Phong trào, cuộc vận động được hưởng ứng: named in the plan, launched by somebody else."""

    movement = models.ForeignKey(Movement, models.CASCADE, related_name="named_movements", verbose_name="phong trào")
    ordinal = models.PositiveSmallIntegerField("thứ tự")
    name = models.CharField("tên", max_length=400)
    period = models.CharField("thời gian", max_length=120, blank=True)
    launched_by = models.CharField("cơ quan phát động", max_length=200, blank=True)

    class Meta:
        verbose_name = "phong trào được hưởng ứng"
        constraints = (models.UniqueConstraint(fields=["movement", "ordinal"], name="named_movement_order"),)

    def __str__(self) -> str:
        return self.name


class Task(models.Model):
    """Nhiệm vụ: what the plan asks of a unit, with its deadline."""

    movement = models.ForeignKey(Movement, models.CASCADE, related_name="tasks", verbose_name="phong trào")
    ordinal = models.PositiveSmallIntegerField("thứ tự")
    unit_text = models.CharField("đơn vị thực hiện (như trong kế hoạch)", max_length=300)
    text = models.TextField("nội dung")
    due_on = models.DateField("thời hạn", null=True, blank=True)
    done_on = models.DateField("hoàn thành ngày", null=True, blank=True)
    done_note = models.CharField("kết quả", max_length=300, blank=True)

    class Meta:
        verbose_name = "nhiệm vụ"
        constraints = (models.UniqueConstraint(fields=["movement", "ordinal"], name="task_order"),)

    def __str__(self) -> str:
        return self.text[:80]


class PlanFinding(models.Model):
    """Điểm cần xem lại: what the reader would circle in the plan; stays visible until somebody settles it."""

    movement = models.ForeignKey(Movement, models.CASCADE, related_name="findings", verbose_name="phong trào")
    ordinal = models.PositiveSmallIntegerField("thứ tự")
    kind = models.CharField("loại", max_length=40)
    text = models.TextField("nguyên văn")
    why = models.TextField("lý do")
    settled_note = models.CharField("cách xử lý", max_length=300, blank=True)
    settled_at = models.DateTimeField("xử lý lúc", null=True, blank=True)

    class Meta:
        verbose_name = "điểm cần xem lại"
        constraints = (models.UniqueConstraint(fields=["movement", "ordinal"], name="plan_finding_order"),)

    def __str__(self) -> str:
        return self.why
