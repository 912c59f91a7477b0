"""Moments and days: the day in Viet Nam on which something happened."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


def day_of(at: datetime) -> date:
    """The day in Viet Nam of an aware moment: 18:00 UTC is already the next day there."""
    return at.astimezone(VIETNAM).date()
