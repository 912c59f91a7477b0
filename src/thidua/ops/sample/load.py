"""The sample province, part by part, in one transaction."""

from random import Random

from django.db import transaction

from thidua.ops.sample.accounts import make_accounts
from thidua.ops.sample.acting import Cast, begin_registers, open_head_accounts
from thidua.ops.sample.awards import make_awards, make_provincial_awards
from thidua.ops.sample.context import LAST_CLOSED_YEAR, Sample
from thidua.ops.sample.councils import make_seats
from thidua.ops.sample.facts import make_facts
from thidua.ops.sample.movements import make_movements
from thidua.ops.sample.people import make_people
from thidua.ops.sample.registrations import make_registrations
from thidua.ops.sample.seasons import Autumn, make_year_end
from thidua.ops.sample.units import make_units


@transaction.atomic
def load_sample(*, schools: int = 40, people: int = 1200, years: int = 3, seed: int = 2026) -> Sample:
    """Fill an empty database; the same numbers and seed give the same data."""
    closed = [LAST_CLOSED_YEAR.before(back) for back in range(years - 1, -1, -1)]
    sample = Sample(random=Random(seed), years=closed)
    make_units(sample, schools)
    make_people(sample, people)
    make_facts(sample)
    make_accounts(sample)
    open_head_accounts(sample)
    begin_registers(sample)
    cast = Cast.load()
    make_registrations(sample)
    thematic = make_movements(sample, cast)
    make_awards(sample)
    seats = make_seats(sample, cast)
    for seat in seats:
        make_year_end(seat)
    make_provincial_awards(sample)
    for seat in seats:
        Autumn(seat, thematic).make()
    return sample
