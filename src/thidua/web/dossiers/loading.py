"""Dossiers, nominations and papers with the permission to them."""

from django.http import HttpRequest

from thidua.awards.models import Dossier, DossierPaper, Nomination
from thidua.core.access import Permission
from thidua.orgs.queries.units import get_scope
from thidua.web.access import check, load

VIEW = Permission.DOSSIER_VIEW


def load_dossier(request: HttpRequest, pk: int, change: Permission | None = None) -> Dossier:
    """A dossier for its unit, for whoever stands above it, and for the unit that decides.

    `change` DOSSIER_APPRAISE is asked of the deciding unit, everything else of the unit whose dossier it is.
    """
    rows = Dossier.objects.select_related("unit", "deciding_unit", "movement", "submission")
    found = load(request, rows, view=VIEW, also_units=("deciding_unit_id",), pk=pk)
    _check(request, found, change)
    return found


def load_nomination(request: HttpRequest, pk: int, change: Permission | None = None) -> Nomination:
    """A nomination; the person put forward sees their own."""
    rows = Nomination.objects.select_related("dossier", "person", "initiative")
    found = load(
        request,
        rows,
        view=VIEW,
        unit="dossier.unit_id",
        person="person_id",
        also_units=("dossier.deciding_unit_id",),
        pk=pk,
    )
    _check(request, found.dossier, change)
    return found


def load_paper(request: HttpRequest, pk: int, change: Permission | None = None) -> DossierPaper:
    rows = DossierPaper.objects.select_related("dossier", "file")
    found = load(request, rows, view=VIEW, unit="dossier.unit_id", also_units=("dossier.deciding_unit_id",), pk=pk)
    _check(request, found.dossier, change)
    return found


def _check(request: HttpRequest, dossier: Dossier, change: Permission | None) -> None:
    if change is None:
        return
    unit_id = dossier.deciding_unit_id if change is Permission.DOSSIER_APPRAISE else dossier.unit_id
    check(request, change, get_scope(unit_id, request.today))
