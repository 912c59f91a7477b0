"""Sample accounts: one for every role, in units that work together."""

from thidua.accounts.actions import roles
from thidua.accounts.models import User
from thidua.accounts.queries.demo import DEMO_PASSWORD, DEMO_PREFIX
from thidua.core.access import SYSTEM, Role
from thidua.ops.sample.context import NOW, REFORM, Sample, School
from thidua.orgs.models import Person, Unit, UnitKind


def _titled(sample: Sample, people: list[Person], title: str, skip: int = 0) -> Person:
    return [person for person in people if sample.titles[person.pk] == title][skip]


def first_school(sample: Sample, kind: UnitKind) -> School:
    return next(school for school in sample.schools if school.kind == kind)


def make_accounts(sample: Sample) -> None:
    """The accounts listed on the sign-in page in demo mode."""
    so, so_staff = sample.department, sample.office_staff[sample.department.pk]
    school = next((s for s in sample.schools if s.kind == UnitKind.LOWER_SECONDARY), sample.schools[0])
    sample.demo_commune = commune = school.commune or sample.communes[0]
    xa_staff = sample.office_staff[commune.pk]
    open_account = _Opener(sample)
    open_account("thuongtruc.so", _titled(sample, so_staff, "Chuyên viên"), (Role.SECRETARY, so))
    open_account("giamdoc.so", _titled(sample, so_staff, "Giám đốc"), (Role.HEAD, so), (Role.COUNCIL_MEMBER, so))
    open_account("thuongtruc.xa", _titled(sample, xa_staff, "Công chức Văn hoá - Xã hội"), (Role.SECRETARY, commune))
    open_account(
        "chutich.xa", _titled(sample, xa_staff, "Chủ tịch"), (Role.HEAD, commune), (Role.COUNCIL_MEMBER, commune)
    )
    open_account("hieutruong", _titled(sample, school.staff, "Hiệu trưởng"), (Role.HEAD, school.unit))
    open_account("thuongtruc.truong", _titled(sample, school.staff, "Phó Hiệu trưởng"), (Role.SECRETARY, school.unit))
    best = max(
        (person for person in school.staff if sample.titles[person.pk] == "Giáo viên"),
        key=lambda person: sample.quality[person.pk],
    )
    open_account("giaovien", best, (Role.STAFF, school.unit))
    others = sorted((s for s in sample.schools if s is not school), key=lambda s: s.kind != UnitKind.UPPER_SECONDARY)
    for upper in others[:1]:
        head = _titled(sample, upper.staff, "Hiệu trưởng")
        open_account("truongkhoi", head, (Role.BLOCK_HEAD, upper.unit), (Role.HEAD, upper.unit))
    open_account("quantri", _titled(sample, so_staff, "Chuyên viên", 1), (Role.ADMINISTRATOR, sample.province))
    for number, person in enumerate(council_people(sample, commune, so_staff), start=1):
        open_account(f"hoidong{number}", person, (Role.COUNCIL_MEMBER, commune))


def council_people(sample: Sample, commune: Unit, others: list[Person]) -> list[Person]:
    """Members of the commune's council besides its chairman: people of the commune and heads of its schools."""
    staff = sample.office_staff[commune.pk]
    heads = [
        person
        for school in sample.schools
        if school.commune == commune
        for person in school.staff
        if sample.titles[person.pk] == "Hiệu trưởng"
    ]
    own = [person for person in staff if sample.titles[person.pk] in {"Phó Chủ tịch", "Trưởng phòng Văn hoá - Xã hội"}]
    known = set(User.objects.filter(person__isnull=False).values_list("person_id", flat=True))
    return [person for person in (*own, *heads, *others) if person.pk not in known][:4]


class _Opener:
    """Opens an account with the demo password, hashed once for all of them (a hash takes a quarter of a second)."""

    def __init__(self, sample: Sample) -> None:
        from django.contrib.auth.hashers import make_password

        self.sample, self.password = sample, make_password(DEMO_PASSWORD)

    def __call__(self, name: str, person: Person, *held: tuple[Role, Unit]) -> User:
        user = roles.open_account(
            username=DEMO_PREFIX + name, password=None, name=person.full_name, person=person, unit=held[0][1],
            by=SYSTEM, at=NOW,
        )  # fmt: skip
        User.objects.filter(pk=user.pk).update(password=self.password)
        for role, unit in held:
            roles.assign(user=user, role=role, unit=unit, starts_on=REFORM, by=SYSTEM, at=NOW)
        return user
