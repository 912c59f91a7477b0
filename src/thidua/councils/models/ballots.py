"""The secret ballot: that a member voted is stored, what they chose is only counted.

There is no row per paper. A paper adds one to the counters of each item and, in the same transaction, sets the member's mark;
nothing stored or journalled joins the two, so no order, time or key can lead from a voter to a choice.
"""

from django.db import models

from thidua.councils.models.councils import CouncilMember
from thidua.councils.models.meetings import AgendaItem, CouncilMeeting
from thidua.orgs.models import Person


class BallotBox(models.Model):
    """Hòm phiếu of one item: counters that only `ballots.cast` raises and only the close of the vote reads."""

    item = models.OneToOneField(AgendaItem, models.PROTECT, related_name="box", verbose_name="trường hợp xét")
    yes = models.PositiveSmallIntegerField(default=0)
    no = models.PositiveSmallIntegerField(default=0)
    blank = models.PositiveSmallIntegerField(default=0)
    recused = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = "hòm phiếu"

    def __str__(self) -> str:
        return str(self.item_id)


class VoterMark(models.Model):
    """Đã bỏ phiếu: the member handed in a paper; without time or choice."""

    meeting = models.ForeignKey(CouncilMeeting, models.PROTECT, related_name="voter_marks", verbose_name="phiên họp")
    member = models.ForeignKey(CouncilMember, models.PROTECT, related_name="+", verbose_name="thành viên")

    class Meta:
        verbose_name = "đã bỏ phiếu"
        constraints = (models.UniqueConstraint(fields=["meeting", "member"], name="voter_mark_once"),)

    def __str__(self) -> str:
        return f"{self.meeting_id} {self.member_id}"


class InterestDeclaration(models.Model):
    """Khai báo liên quan: a member declares a relation with a candidate and does not vote on that item."""

    meeting = models.ForeignKey(CouncilMeeting, models.CASCADE, related_name="declarations", verbose_name="phiên họp")
    member = models.ForeignKey(CouncilMember, models.PROTECT, related_name="+", verbose_name="thành viên")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name="cá nhân có liên quan")
    relation = models.CharField("quan hệ", max_length=120)

    class Meta:
        verbose_name = "khai báo liên quan"
        constraints = (models.UniqueConstraint(fields=["meeting", "member", "person"], name="interest_declared_once"),)

    def __str__(self) -> str:
        return self.relation
