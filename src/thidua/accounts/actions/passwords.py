"""First passwords and changed ones; the journal knows that, never what."""

from datetime import datetime

from django.db import transaction

from thidua.accounts.models import User
from thidua.core.access import Actor
from thidua.journal.actions.entries import record
from thidua.orgs.models import Unit


@transaction.atomic
def set_password(*, user: User, password: str, unit: Unit | None, by: Actor, at: datetime) -> None:
    """Give the account a new password, by its owner or by whoever manages accounts of `unit`."""
    row = User.objects.select_for_update().get(pk=user.pk)
    row.set_password(password)
    row.save(update_fields=["password"])
    record(code="accounts.user.password", target=row, unit_id=unit.pk if unit else None, by=by, at=at)
