"""Who acts in the sample: an account for the head of every unit, and the actors of the actions."""

from dataclasses import dataclass, field

from thidua.accounts.actions import roles
from thidua.accounts.models import RoleAssignment, User
from thidua.accounts.queries.demo import DEMO_PREFIX
from thidua.accounts.queries.roles import get_actor
from thidua.core.access import SYSTEM, Actor, Role
from thidua.ops.sample.context import NOW, REFORM, TODAY, Sample
from thidua.orgs.models import Person, Unit
from thidua.records.models import Register


def open_head_accounts(sample: Sample) -> None:
    """An account, without a password yet, for every head who has none; the role for those who have one."""
    heads = [(school.unit, school.staff[0]) for school in sample.schools]
    heads += [(commune, sample.office_staff[commune.pk][0]) for commune in sample.communes]
    known = {user.person_id: user for user in User.objects.filter(person__isnull=False)}
    held = set(RoleAssignment.objects.filter(role=Role.HEAD).values_list("unit_id", flat=True))
    for unit, person in heads:
        user = known.get(person.pk) or roles.open_account(
            username=unit.code.lower(),
            password=None,
            name=person.full_name,
            person=person,
            unit=unit,
            by=SYSTEM,
            at=NOW,
        )
        if unit.pk not in held:
            roles.assign(user=user, role=Role.HEAD, unit=unit, starts_on=REFORM, by=SYSTEM, at=NOW)


def begin_registers(sample: Sample) -> None:
    """Numbers go on from the documents that were issued on paper before."""
    units = [sample.department, *sample.communes, *(school.unit for school in sample.schools)]
    tops = {sample.department.pk: (1200, 2600)} | {commune.pk: (250, 900) for commune in sample.communes}
    Register.objects.bulk_create(
        Register(unit=unit, series=series, year=year, last_number=sample.random.randint(*tops.get(unit.pk, (25, 160))))
        for unit in units
        for series in ("VB", "QĐ")
        for year in (2025, 2026)
    )


@dataclass
class Cast:
    """Những người thực hiện, by role and unit."""

    users: dict[tuple[str, int], User] = field(default_factory=dict)
    actors: dict[int, Actor] = field(default_factory=dict)

    @classmethod
    def load(cls) -> "Cast":
        rows = (
            RoleAssignment.objects.filter(role__in=(Role.HEAD, Role.SECRETARY)).select_related("user").order_by("-pk")
        )
        return cls({(row.role, row.unit_id): row.user for row in rows})

    def head(self, unit: Unit) -> Actor:
        """The head of the unit, who signs and launches."""
        return self._actor(self.users[Role.HEAD, unit.pk])

    def secretary(self, unit: Unit) -> Actor:
        """The secretary for emulation; the head where there is none."""
        return self._actor(self.users.get((Role.SECRETARY, unit.pk)) or self.users[Role.HEAD, unit.pk])

    def person(self, person: Person) -> Actor:
        """A person without an account of their own acts under their name."""
        user = User.objects.filter(person=person).first()
        return self._actor(user) if user else Actor(id=None, name=person.full_name, person_id=person.pk)

    def _actor(self, user: User) -> Actor:
        if user.pk not in self.actors:
            self.actors[user.pk] = get_actor(user, TODAY)
        return self.actors[user.pk]


def demo_user(name: str) -> User:
    """The sample account `mau.<name>`."""
    return User.objects.select_related("person").get(username=DEMO_PREFIX + name)
