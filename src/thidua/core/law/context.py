"""One candidate seen from the two dates that matter: the facts, and what the general rules make of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from thidua.core.law.facts import RATINGS, SCOPES, AwardCase, CaseFacts, Discipline, Initiative, PastAward, Research
from thidua.core.law.honours import Honour
from thidua.core.law.kleene import all_of, any_of, negate
from thidua.core.time.years import Year
from thidua.core.vietnamese.dates import format_date

Finding = tuple[bool | None, str]  # met (None = not known) and what was found, in Vietnamese

RATING_NAMES = {
    "HTXS": "hoàn thành xuất sắc nhiệm vụ",
    "HTT": "hoàn thành tốt nhiệm vụ",
    "HT": "hoàn thành nhiệm vụ",
    "KHT": "không hoàn thành nhiệm vụ",
}
UNKNOWN = "Chưa có dữ liệu"
DAYS_PER_MONTH = 30


@dataclass(frozen=True, slots=True)
class RatingRegime:
    """Quy định đánh giá, xếp loại in force at the end of the year assessed (law.md 7.2)."""

    valid_from: date
    ends_before: date | None
    act: str
    duty_discipline_means_kht: bool
    min_months: int | None


@dataclass(frozen=True, slots=True)
class Context:
    """A case with its honours and dates. `as_of` is the day of the decision, or today when none is given.

    `counts_after_discipline`: achievements count only from the end of a discipline period (I8, since 1/1/2024).
    """

    case: AwardCase
    as_of: date
    honours: dict[str, Honour]
    regimes: tuple[RatingRegime, ...]
    counts_after_discipline: bool

    @property
    def facts(self) -> CaseFacts:
        return self.case.facts

    @property
    def is_title(self) -> bool:
        return self.honours[self.case.honour].is_title

    def disciplines(self) -> tuple[Discipline, ...]:
        """Disciplines imposed up to the day of the decision (those of unknown date included)."""
        known = self.facts.discipline or ()
        return tuple(one for one in known if one.starts_on is None or one.starts_on <= self.as_of)

    def rating_met(self, year: Year, at_least: str) -> Finding:
        """Whether the rating of `year` reaches `at_least`, after duty-linked discipline and short service."""
        value = self.facts.ratings.get(year)
        if year == self.case.year and self.facts.rating is not None:
            value = self.facts.rating
        met = None if value is None else RATINGS.index(value) >= RATINGS.index(at_least)
        found = UNKNOWN + f" xếp loại {year.title}" if value is None else f"{year.title}: {RATING_NAMES[value]}"
        regime = _regime(self.regimes, year)
        if regime is None:
            return met, found
        if regime.duty_discipline_means_kht:
            downgraded = self._duty_discipline(year)
            if downgraded is True:
                return (
                    False,
                    f"{found}; bị kỷ luật liên quan nhiệm vụ trong năm: không hoàn thành nhiệm vụ ({regime.act})",
                )
            if downgraded is None and met is not False:
                return None, f"{found}; chưa rõ có kỷ luật liên quan nhiệm vụ trong năm hay không"
        if year == self.case.year and regime.min_months is not None:
            months, _ = self.months_worked()
            if months is not None and months < regime.min_months and met is not False:
                enough, _ = self.months_reach(regime.min_months)
                words = f"{found}; công tác dưới {regime.min_months} tháng thì không xếp loại ({regime.act})"
                return enough, words
        return met, found

    def _duty_discipline(self, year: Year) -> bool | None:
        """Whether the person was disciplined in the year for a matter of duty; collectives are not."""
        if self.facts.discipline is None:
            return None if self.case.subject == "individual" else False
        return any_of(all_of((imposed_in(one, year), one.duty_related)) for one in self.disciplines())

    def months_worked(self) -> tuple[Fraction | None, str]:
        """Months that count in the year: maternity leave is working time (I9). None when not known at all."""
        months = self.facts.months_worked
        if months is None:
            return None, f"{UNKNOWN} thời gian công tác"
        maternity = self.facts.maternity_days or Fraction(0)
        counted = min(Fraction(12), months + maternity / DAYS_PER_MONTH) if maternity else months
        words = f"{number(months)} tháng công tác"
        if maternity:
            words += f", cộng {number(maternity)} ngày nghỉ thai sản được tính: {number(counted)} tháng"
        return counted, words

    def months_reach(self, needed: int) -> Finding:
        """Whether the counted months reach `needed`; unknown maternity leave leaves a shortfall open."""
        months, words = self.months_worked()
        if months is None:
            return None, words
        if months >= needed:
            return True, words
        return (False, words) if self.facts.maternity_days is not None else (None, f"{words}; chưa rõ nghỉ thai sản")

    def award_counts(self, award: PastAward, honour: str) -> bool | None:
        """Whether a past award is a basis for merit: this honour, not revoked, not ad hoc or thematic (I6)."""
        if award.honour != honour or (award.decided_on is not None and award.decided_on > self.as_of):
            return False
        stream = award.stream
        if stream is None and self.honours[honour].is_title:
            stream = "MERIT"
        return all_of((negate(award.revoked), None if stream is None else stream == "MERIT"))

    def year_is_clean(self, year: Year) -> bool | None:
        """Whether achievements of `year` count in spite of discipline: it must begin after the discipline ended (I8)."""
        if not self.counts_after_discipline:
            return True
        return all_of(_ended_by(one, year.span.starts_on) for one in self.disciplines())

    def has_title(self, honour: str, year: Year) -> bool | None:
        """Whether `honour` of `year` stands as a basis; None without history, or when it is not clear."""
        history = self.facts.history
        if history is None:
            return None
        exact = any_of(self.award_counts(award, honour) for award in history if award.year == year)
        if exact is False and any(
            award.year.is_school_year != year.is_school_year
            and award.year.span.overlaps(year.span)
            and self.award_counts(award, honour) is not False
            for award in history
        ):
            exact = None  # a move between school years and calendar years is left to a person
        return all_of((exact, self.year_is_clean(year)))

    def usable(self, work: Initiative | Research, scope: str, since: date | None) -> bool | None:
        """Whether an initiative or result may serve: scope, recognised by the day and not before `since`, unused (I12)."""
        wide = None if work.scope is None else SCOPES.index(work.scope) >= SCOPES.index(scope)
        recognised_on = work.recognised_on if isinstance(work, Initiative) else work.accepted_on
        if recognised_on is None:
            in_time = None
        else:
            in_time = recognised_on <= self.as_of and (since is None or recognised_on >= since)
        return all_of((wide, in_time, self._unused(work)))

    def _unused(self, work: Initiative | Research) -> bool | None:
        """Title to title is allowed (with a warning); every other second use is not."""
        if not work.use_known:
            return None
        return work.used_for is None or (self.is_title and work.used_for.startswith("TITLE:"))


def _regime(regimes: Iterable[RatingRegime], year: Year) -> RatingRegime | None:
    """The regime at the end of the year assessed: 31/5 for a school year, 31/12 for a calendar year."""
    end = date(year.first + 1, 5, 31) if year.is_school_year else date(year.first, 12, 31)
    for regime in regimes:
        if regime.valid_from <= end and (regime.ends_before is None or end < regime.ends_before):
            return regime
    return None


def imposed_in(one: Discipline, year: Year) -> bool | None:
    """Whether the discipline was imposed in the year; None when its date is not known."""
    return None if one.starts_on is None else one.starts_on in year.span


def _ended_by(one: Discipline, day: date) -> bool | None:
    """Whether the discipline is over when the achievement begins: it may end on that very day (I8)."""
    if one.starts_on is not None and one.starts_on >= day:
        return False
    return None if one.ends_on is None else one.ends_on <= day


def number(value: Fraction | int) -> str:
    """`10`, `9,5`: Vietnamese decimal comma, at most two decimals."""
    text = f"{float(value):.2f}".rstrip("0").rstrip(".")
    return text.replace(".", ",")


def day_words(day: date | None) -> str:
    return format_date(day) if day else "chưa rõ ngày"


def years_between(first: date, last: date) -> Fraction:
    """Years from `first` to `last`, both days included: whole months, then days of 30."""
    end = last + timedelta(days=1)
    months = (end.year - first.year) * 12 + end.month - first.month
    days = end.day - first.day
    return (Fraction(months) + Fraction(days, DAYS_PER_MONTH)) / 12
