"""Lưu ý: what a person should look at although it decides nothing by itself."""

from collections.abc import Iterator

from thidua.core.law.acts import in_force
from thidua.core.law.context import Context, day_words, number
from thidua.core.law.facts import Initiative, Research
from thidua.core.law.rules import Rule
from thidua.core.law.verdict import Assessment
from thidua.core.law.votes import VoteRule

WORKS = {"initiatives", "research"}


def list_warnings(context: Context, chosen: Assessment, vote: VoteRule | None) -> tuple[str, ...]:
    """All warnings of a case, in the order of the rule, the law, the facts."""
    rule = chosen.rule
    found = [*rule.notes, *(text for test, text in rule.warn_if if test.check(context)[0] is True)]
    found += [*_about_law(context, chosen, vote), *_about_dates(context), *_about_facts(context, rule)]
    return tuple(dict.fromkeys(found))


def _about_law(context: Context, chosen: Assessment, vote: VoteRule | None) -> Iterator[str]:
    rule = chosen.rule
    if chosen.unconfirmed:
        yield f"Tiêu chuẩn {rule.id} chưa đọc được đầy đủ nguyên văn; cần quản trị viên xác nhận trước khi áp dụng."
    if in_force(rule.period.decree, context.as_of) is False and rule.ends_before is None:
        yield f"{rule.period.decree} đã hết hiệu lực vào ngày {day_words(context.as_of)}; kiểm tra văn bản thay thế."
    if vote is not None and vote.confidence == "L":
        yield "Ngưỡng phiếu của giai đoạn này chưa kiểm chứng, đang dùng theo quy định gần nhất đọc được."


def _about_dates(context: Context) -> Iterator[str]:
    case = context.case
    if case.dossier_received_on and case.decided_on and case.dossier_received_on > case.decided_on:
        yield "Ngày nhận hồ sơ sau ngày quyết định; kiểm tra lại hai ngày."
    if case.unit.managed_by == "district" and in_force("129/2025/NĐ-CP", context.as_of):
        yield "Cấp huyện kết thúc hoạt động từ 01/7/2025; thẩm quyền thuộc cấp xã (129/2025/NĐ-CP Điều 59)."


def _about_facts(context: Context, rule: Rule) -> Iterator[str]:
    case, facts = context.case, context.facts
    honour = context.honours[case.honour]
    if case.stream != "MERIT" and honour.is_title and not any(one.streams for one in rule.conditions):
        yield "Danh hiệu thi đua này xét theo năm công tác, không xét theo chuyên đề hoặc đột xuất."
    share = case.policy.cstdcs_share_of_ldtt
    if case.honour == "CSTDCS" and share is not None:
        yield (
            f"Quy định của đơn vị, địa phương: Chiến sĩ thi đua cơ sở không quá {number(share * 100)} % số Lao động tiên tiến; "
            "kiểm tra trên cả danh sách."
        )
    if any(WORKS & one.test.words for one in rule.conditions if one.test):
        yield from _about_works(context)
    yield from _about_awards(context)
    if honour.achievement == "career" and any(
        one.ends_on is None or one.ends_on >= context.as_of for one in context.disciplines()
    ):
        yield "Có kỷ luật chưa hết thời hạn hoặc chưa rõ ngày kết thúc; thời gian chấp hành kỷ luật không được tính."
    if facts.is_manager and not honour.is_title:
        yield "Người đứng đầu: việc khen thưởng căn cứ thành tích của tập thể do cá nhân lãnh đạo."


def _about_works(context: Context) -> Iterator[str]:
    works: tuple[Initiative | Research, ...] = (*(context.facts.initiatives or ()), *(context.facts.research or ()))
    for used_for in dict.fromkeys(work.used_for for work in works if work.used_for):
        code = used_for.partition(":")[2]
        name = context.honours[code].name
        if context.is_title and used_for.startswith("TITLE:"):
            yield f"Có sáng kiến, đề tài đã dùng xét {name}: dùng cho danh hiệu thứ hai còn ý kiến khác nhau, hội đồng cân nhắc."
        else:
            yield f"Có sáng kiến, đề tài đã dùng xét {name}, không được dùng lại (5007/BNV-TĐKT năm 2023)."


def _about_awards(context: Context) -> Iterator[str]:
    case = context.case
    this = context.honours[case.honour]
    for award in context.facts.history or ():
        if award.year != case.year or award.revoked:
            continue
        other = context.honours[award.honour]
        if award.honour == case.honour:
            yield f"Đã được tặng {other.name} cho {award.year.title}."
        elif not other.is_title and not this.is_title:
            yield f"Đã được tặng {other.name} cho {award.year.title}: một thành tích không khen nhiều hình thức."
