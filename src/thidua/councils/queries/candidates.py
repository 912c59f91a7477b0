"""What people are on a day: post and unit, for the paper and the minutes."""

from collections.abc import Iterable
from datetime import date

from thidua.orgs.models import Appointment
from thidua.orgs.queries.people import list_appointments
from thidua.orgs.queries.units import list_spans


def describe_people(person_ids: Iterable[int], as_of: date) -> dict[int, str]:
    """`Giáo viên, Trường THCS Mộc Sơn` by person id; the post as manager counts first. Two queries however many."""
    wanted = set(person_ids)
    posts: dict[int, Appointment] = {}
    for post in list_appointments(as_of).filter(person_id__in=wanted).order_by("-is_manager", "starts_on", "pk"):
        posts.setdefault(post.person_id, post)
    names = dict(
        list_spans(as_of).filter(unit_id__in={post.unit_id for post in posts.values()}).values_list("unit_id", "name")
    )
    return {person: f"{post.title}, {names.get(post.unit_id, '')}".rstrip(", ") for person, post in posts.items()}
