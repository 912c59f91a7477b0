"""The list of dossiers and the home page with 20 and with 2,000 dossiers: CPU time and queries of one request.

The baseline is the list as it is written without a second thought: every dossier, its unit, addressee and nominations
looked up row by row while the same template is filled.
"""

import sys
from datetime import UTC, date, datetime

from bench.support import count_queries, cpu_seconds, row

SIZES = (20, 2_000)
SCHOOLS = 40
NOW = datetime(2026, 6, 10, 2, 0, tzinfo=UTC)
FOUNDED = date(2019, 1, 1)


def run() -> list[dict[str, object]]:
    """Rows for the list and the home page at both sizes."""
    place = _found()
    rows: list[dict[str, object]] = []
    made = 0
    for size in SIZES:
        _add_dossiers(place, made, size)
        made = size
        rows += _measure(place, size)
    return rows


def _measure(place, size: int) -> list[dict[str, object]]:
    from django.test import Client
    from django.urls import NoReverseMatch, reverse

    client = Client()
    client.force_login(place["user"], backend="django.contrib.auth.backends.ModelBackend")
    rows = []
    for title, name in (("dossier list", "web:dossiers"), ("home page", "web:home")):
        try:
            path = reverse(name)
        except NoReverseMatch:
            print(f"{name} is not served yet: row left out", file=sys.stderr)
            continue

        def visit(path=path) -> None:
            assert client.get(path).status_code == 200

        cpu, queries = cpu_seconds(visit, repeat=15, warm_up=2), count_queries(visit)
        naive_cpu, naive_queries = (None, None) if name == "web:home" else _naive(place)
        rows.append(row(f"{title}, {size} dossiers", cpu, naive_cpu))
        rows.append(row(f"{title}, {size} dossiers", queries, naive_queries, "queries"))
    return rows


def _naive(place) -> tuple[float, int]:
    """The same page without joins, annotations or paging."""
    from django.template.loader import render_to_string
    from django.test import RequestFactory

    from thidua.awards.models import Dossier
    from thidua.core.workflow.dossier import PROCESS
    from thidua.orgs.queries.units import get_span
    from thidua.web.dossiers.list_page import DossierRow, ListPage, Options
    from thidua.web.paging import Pager

    today = NOW.date()
    request = RequestFactory().get("/ho-so/")
    request.actor, request.today = None, today

    def build() -> str:
        rows = []
        for one in Dossier.objects.order_by("-updated_at"):
            rows.append(
                DossierRow(
                    url=f"/ho-so/{one.pk}/",
                    title=one.title,
                    unit=get_span(one.unit_id, today).name,
                    deciding_unit=get_span(one.deciding_unit_id, today).name,
                    year=one.year,
                    stream=one.get_stream_display(),
                    state=PROCESS.by_code[one.state],
                    people=(people := one.nominations.filter(person__isnull=False).count()),
                    collectives=(collectives := one.nominations.filter(collective__isnull=False).count()),
                    counted=f"{people} cá nhân, {collectives} tập thể",
                    trouble=one.nominations.filter(outcome="NOT_ELIGIBLE").count(),
                    submitted_at=one.submitted_at,
                    received_on=one.received_on,
                    updated_at=one.updated_at,
                )
            )
        chosen = dict.fromkeys(("q", "state", "year", "unit", "stream", "box"), "")
        page = ListPage(tuple(rows), Pager(1, len(rows), max(len(rows), 1)), (), Options((), (), (), ()), chosen, False)
        return render_to_string("web/dossiers/list.html", {"page": page}, request)

    counted = []
    cpu = cpu_seconds(lambda: counted.append(count_queries(build)), repeat=1, warm_up=0)
    return cpu, counted[0]


def _found() -> dict:
    """A department with its secretary, schools under it and their teachers."""
    from thidua.accounts.actions import roles
    from thidua.core.access import SYSTEM, Role
    from thidua.orgs.actions import people, units
    from thidua.orgs.actions.people import PersonDescription
    from thidua.orgs.actions.units import UnitDescription
    from thidua.orgs.models import UnitKind

    def found(code, name, kind, symbol, above=None):
        description = UnitDescription(name, kind, symbol, "An Lĩnh", above.pk if above else None)
        return units.found(code=code, description=description, starts_on=FOUNDED, by=SYSTEM, at=NOW)

    def person(code, name, unit, title):
        description = PersonDescription(code=code, full_name=name, gender="F", joined_sector_on=FOUNDED)
        made = people.register(description=description, unit=unit, by=SYSTEM, at=NOW)
        people.appoint(person=made, unit=unit, title=title, starts_on=FOUNDED, by=SYSTEM, at=NOW)
        return made

    province = found("T", "Uỷ ban nhân dân tỉnh An Lĩnh", UnitKind.PROVINCE, "UBND")
    department = found("SO", "Sở Giáo dục và Đào tạo", UnitKind.DEPARTMENT, "SGDĐT", province)
    schools = [
        found(f"S{index}", f"Trường THPT số {index}", UnitKind.UPPER_SECONDARY, f"THPT{index}", department)
        for index in range(SCHOOLS)
    ]
    teachers = [person(f"GV{index}", f"Lò Văn {index}", school, "Giáo viên") for index, school in enumerate(schools)]
    clerk = person("CV1", "Lò Thị Mai", department, "Chuyên viên")
    user = roles.open_account(
        username="bench", password=None, name=clerk.full_name, person=clerk, unit=department, by=SYSTEM, at=NOW
    )
    roles.assign(user=user, role=Role.SECRETARY, unit=department, starts_on=FOUNDED, by=SYSTEM, at=NOW)
    return {"department": department, "schools": schools, "teachers": teachers, "user": user}


def _add_dossiers(place, first: int, end: int) -> None:
    """Dossiers `first` to `end`, with three nominations each, in all states."""
    from thidua.awards.models import Dossier, Nomination
    from thidua.core.vietnamese.folding import fold

    states = ("submitted", "accepted", "returned", "draft", "decided")
    titles = [f"Đề nghị khen thưởng số {index}" for index in range(first, end)]
    dossiers = Dossier.objects.bulk_create(
        Dossier(
            unit=place["schools"][index % SCHOOLS], deciding_unit=place["department"], title=title,
            search_title=fold(title), year=("2025-2026", "2024-2025")[index % 2], state=states[index % len(states)],
            submitted_at=NOW, received_on=NOW.date(), created_at=NOW, updated_at=NOW,
        )
        for index, title in enumerate(titles, start=first)
    )  # fmt: skip
    Nomination.objects.bulk_create(
        Nomination(dossier=dossier, person=place["teachers"][index % SCHOOLS], honour=honour, outcome="ELIGIBLE")
        for index, dossier in enumerate(dossiers)
        for honour in ("LDTT", "CSTDCS", "GK")
    )
