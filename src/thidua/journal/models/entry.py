"""The append-only table and the head of its chain."""

from typing import Any, NoReturn

from django.db import models


class AppendOnly(Exception):
    """Journal entries are never changed or deleted."""


class AppendOnlyQuerySet(models.QuerySet["JournalEntry"]):
    """Refuses bulk changes; the database refuses them too (migration 0002)."""

    def update(self, **kwargs: Any) -> NoReturn:
        raise AppendOnly("Journal entries cannot be changed.")

    def delete(self) -> NoReturn:
        raise AppendOnly("Journal entries cannot be deleted.")


class JournalEntry(models.Model):
    """Mục nhật ký: one write. No foreign keys, so that history never blocks or follows live data.

    `hash` chains the entry to the one before it (SHA-256 over the canonical content and `previous_hash`).
    """

    at = models.DateTimeField("thời điểm", db_index=True)
    actor_id = models.BigIntegerField("mã người thực hiện", null=True)
    actor_name = models.CharField("người thực hiện", max_length=200)
    code = models.CharField("hành động", max_length=80, db_index=True)
    object_type = models.CharField("loại đối tượng", max_length=60)
    object_id = models.CharField("mã đối tượng", max_length=40)
    unit_id = models.BigIntegerField("mã đơn vị", null=True, db_index=True)
    reason = models.TextField("lý do", blank=True)
    data = models.JSONField("nội dung", default=dict)
    previous_hash = models.CharField("mã băm trước", max_length=64)
    hash = models.CharField("mã băm", max_length=64, unique=True)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        verbose_name = "mục nhật ký"
        indexes = (models.Index(fields=["object_type", "object_id"], name="journal_object"),)

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.code} {self.object_type}:{self.object_id}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise AppendOnly("Journal entries cannot be changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise AppendOnly("Journal entries cannot be deleted.")


class JournalHead(models.Model):
    """Đầu chuỗi nhật ký: the single row that writers lock, so that the chain has one order."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    last_hash = models.CharField("mã băm cuối", max_length=64, blank=True)

    class Meta:
        verbose_name = "đầu chuỗi nhật ký"
        constraints = (models.CheckConstraint(condition=models.Q(id=1), name="journal_one_head"),)

    def __str__(self) -> str:
        return self.last_hash
