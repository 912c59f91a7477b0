"""The whole law in one value, so that a test or a preview can ask a changed law without touching the shipped one."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from thidua.core.law.authority import Lines, load_authority
from thidua.core.law.context import RatingRegime
from thidua.core.law.dossiers import DossierTable, load_dossiers
from thidua.core.law.errors import LawDataError
from thidua.core.law.honours import Honour, load_honours
from thidua.core.law.loader import DATA, load, require_date
from thidua.core.law.money import MoneyTable, load_money
from thidua.core.law.rules import Rules, load_rules
from thidua.core.law.spans import first_on, read_span, refuse_gaps
from thidua.core.law.votes import VoteRule, load_votes


@dataclass(frozen=True, slots=True)
class _Clauses:
    valid_from: date
    ends_before: date | None
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GeneralRule:
    """Nguyên tắc chung: one rule for every honour, with its clause by date."""

    text: str
    clauses: tuple[_Clauses, ...]

    def basis(self, on: date) -> tuple[str, ...]:
        """Its clauses on the day; empty when it was not yet law."""
        found = first_on(self.clauses, on)
        return found.clauses if found else ()


@dataclass(frozen=True, slots=True)
class MoreFavourable:
    """Chuyển tiếp có lợi: dossiers received before `since` get the newer standard when it is better for them."""

    since: date
    clause: str


@dataclass(frozen=True)
class Law:
    """Everything of the data folder, loaded and checked."""

    honours: dict[str, Honour]
    rules: Rules
    votes: tuple[VoteRule, ...]
    authority: Lines
    dossiers: DossierTable
    money: MoneyTable
    hold: GeneralRule
    discipline_period: GeneralRule
    rating_regimes: tuple[RatingRegime, ...]
    more_favourable: tuple[MoreFavourable, ...]


def load_law(root: Path = DATA) -> Law:
    """The law of a data folder.

    Raises LawDataError (file, line where known, reason) when anything does not fit.
    """
    honours = load_honours(root)
    framework = load("framework", root)
    law = Law(
        honours=honours,
        rules=load_rules(root, honours),
        votes=load_votes(root),
        authority=load_authority(root),
        dossiers=load_dossiers(root),
        money=load_money(root),
        hold=_general(framework["hold"], "hold"),
        discipline_period=_general(framework["discipline_period"], "discipline_period"),
        rating_regimes=tuple(
            RatingRegime(
                *read_span(one, "framework.yaml: rating_regimes"),
                one["act"],
                one["duty_discipline_means_kht"],
                one["min_months"],
            )
            for one in framework["rating_regimes"]
        ),
        more_favourable=tuple(
            MoreFavourable(require_date(one["since"], "framework.yaml: more_favourable"), one["clause"])
            for one in framework["more_favourable"]
        ),
    )
    _refuse_strangers(law)
    return law


def _refuse_strangers(law: Law) -> None:
    """Refuse votes, posts, papers and sums of honours that honours.yaml does not have."""
    named = {
        "votes.yaml": {code for rule in law.votes for code in rule.honours},
        "authority.yaml": {code for line in law.authority for code in line.honours},
        "dossiers.yaml": set(law.dossiers.parts),
        "money.yaml": {code for code, _ in law.money.lines},
    }
    for file, codes in named.items():
        if strangers := sorted(codes - set(law.honours)):
            raise LawDataError(f"{file}: honours.yaml không có {', '.join(strangers)}.")


@cache
def shipped_law() -> Law:
    """The law as the package ships it."""
    return load_law()


def _general(record: dict[str, object], name: str) -> GeneralRule:
    where = f"framework.yaml: {name}"
    entries: list[dict[str, object]] = record["basis"]  # type: ignore[assignment]
    clauses = tuple(_Clauses(*read_span(one, where), tuple(one["clauses"])) for one in entries)  # type: ignore[arg-type]
    refuse_gaps(clauses, where)
    return GeneralRule(str(record["text"]), clauses)
