"""Years of service: in the sector, and in specially difficult areas."""

from datetime import date, timedelta
from fractions import Fraction

from thidua.awards.facts.units import HARD_AREAS, UnitTable, valid_at
from thidua.core.law.context import years_between
from thidua.orgs.models import Appointment


def current_post(posts: list[Appointment], on: date) -> Appointment | None:
    """The post held on the day: the one as manager first, then the oldest."""
    held = [post for post in posts if post.starts_on <= on and (post.ends_before is None or on < post.ends_before)]
    return min(held, key=lambda post: (not post.is_manager, post.starts_on), default=None)


def years_in_hard_area(posts: list[Appointment], units: UnitTable, on: date) -> Fraction | None:
    """Years up to the day in posts at units of difficult or border areas, for somebody who is there now.

    None when no post is known, or when the time there lies in the past only: whether it counts depends on the text of the date.
    """
    now = current_post(posts, on)
    if now is None:
        return None
    total = sum((_years_in(post, units, on) for post in posts), Fraction(0))
    span = valid_at(units.spans.get(now.unit_id, []), on)
    is_there = span is not None and span.area in HARD_AREAS
    return total if is_there or total == 0 else None


def _years_in(post: Appointment, units: UnitTable, on: date) -> Fraction:
    """Years of one post that fall into spans of the unit in a hard area."""
    last_day = min(post.ends_before - timedelta(days=1), on) if post.ends_before else on
    total = Fraction(0)
    for span in units.spans.get(post.unit_id, []):
        first = max(post.starts_on, span.starts_on)
        last = min(last_day, span.ends_before - timedelta(days=1)) if span.ends_before else last_day
        if span.area in HARD_AREAS and first <= last:
            total += years_between(first, last)
    return total
