"""Gathering what `core.law` needs to know of candidates: one query plan, however many candidates."""

from thidua.awards.facts.candidates import Candidate, of_nomination
from thidua.awards.facts.cases import gather, gather_case, gather_cases
from thidua.awards.facts.members import MemberTally, tally_members
from thidua.awards.facts.verdicts import Assessed, assess, assess_nominations

__all__ = [
    "Assessed", "Candidate", "MemberTally", "assess", "assess_nominations", "gather", "gather_case", "gather_cases",
    "of_nomination", "tally_members",
]  # fmt: skip
