"""Components, filters and helpers that every page is made of."""

import re
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from django import forms
from django.template import Context, RequestContext, Template
from django.template.loader import render_to_string

from thidua import web
from thidua.core.workflow import PROCESSES
from thidua.web.fields import REQUIRED, VietnameseDateField
from thidua.web.gallery.forms import SampleForm
from thidua.web.icons import icon_names
from thidua.web.paging import Pager, pager_of
from thidua.web.sorting import chosen_sort
from thidua.web.templatetags import thidua as tags

WEB = Path(web.__file__).parent
TEMPLATES = sorted(WEB.glob("templates/**/*.html"))


def page(text: str, request=None, **values: object) -> str:
    """The text as a page would show it, components included."""
    from django_cotton.compiler_regex import CottonCompiler

    template = Template(CottonCompiler().process(text))
    return template.render(RequestContext(request, values) if request else Context(values)).strip()


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        (tags.vi_date(date(2026, 9, 5)), "05/09/2026"),
        (tags.vi_date(datetime(2026, 9, 5, 18, 0, tzinfo=UTC)), "06/09/2026"),
        (tags.vi_date(None), "–"),
        (tags.vi_datetime(datetime(2026, 9, 5, 18, 5, tzinfo=UTC)), "01:05 06/09/2026"),
        (tags.vi_datetime(None), "–"),
        (tags.vi_number(1234), "1.234"),
        (tags.vi_number(1234.5), "1.234,5"),
        (tags.vi_number(Decimal("0.10")), "0,1"),
        (tags.vi_number(7, 2), "7,00"),
        (tags.vi_number(0), "0"),
        (tags.vi_number(None), "–"),
        (tags.vi_percent(83.91), "83,91%"),
        (tags.vi_percent(Decimal(100) / 3), "33,33%"),
        (tags.vi_percent(95), "95%"),
        (tags.vi_percent(None), "–"),
        (tags.dong(1_234_000), "1.234.000 đồng"),
        (tags.dong(None), "–"),
        (tags.svg_number(83.91), "83.91"),
        (tags.svg_number(1_234_567), "1234567"),
        (tags.file_size(20 * 2**20), "20 MB"),
        (tags.file_size("1536"), "1,5 KB"),
        (tags.minutes(timedelta(minutes=14, seconds=1)), "15"),
        (tags.message_tone("error"), "bad"),
        (tags.message_tone("debug"), "info"),
    ],
)
def test_filters(shown, expected):
    assert str(shown) == expected


def test_url_with_keeps_the_other_filters_and_drops_the_empty(rf):
    request = rf.get("/ho-so/?year=2026&unit=1&unit=2&page=4")
    assert tags.url_with(request, page=2) == "?year=2026&unit=1&unit=2&page=2"
    assert tags.url_with(request, page=None, unit="", year=None) == "/ho-so/"


@pytest.mark.parametrize(
    ("query", "href", "aria"),
    [
        ("", "?sort=name", "none"),
        ("sort=name&page=3&q=a", "?sort=-name&q=a", "ascending"),
        ("sort=-name", "?sort=name", "descending"),
        ("sort=other", "?sort=name", "none"),
    ],
)
def test_sort_heading_turns_round_and_returns_to_the_first_page(rf, query, href, aria):
    state = tags.sort_by(rf.get(f"/?{query}"), "name")
    assert (state.href, state.aria) == (href, aria)
    assert state.icon in icon_names()


@pytest.mark.parametrize(
    ("query", "chosen"),
    [
        ("", ("day", True)),
        ("sort=name", ("name", False)),
        ("sort=-name", ("name", True)),
        ("sort=password", ("day", True)),
    ],
)
def test_chosen_sort_takes_only_what_is_allowed(rf, query, chosen):
    assert chosen_sort(rf.get(f"/?{query}"), frozenset({"name", "day"}), "-day") == chosen


@pytest.mark.parametrize(
    ("query", "number"),
    [("", 1), ("page=2", 2), ("page=99", 3), ("page=0", 1), ("page=-1", 1), ("page=x", 1), ("page=²", 1)],
)
def test_page_number_is_brought_into_range(rf, query, number):
    assert pager_of(rf.get(f"/?{query}"), total=101).number == number


@pytest.mark.parametrize(
    ("number", "total", "window", "rows"),
    [
        (1, 0, (1,), (0, 0)),
        (1, 50, (1,), (1, 50)),
        (2, 120, (1, 2, 3), (51, 100)),
        (5, 1000, (1, None, 4, 5, 6, None, 20), (201, 250)),
        (20, 1000, (1, None, 19, 20), (951, 1000)),
    ],
)
def test_pager_window_and_rows(number, total, window, rows):
    pager = Pager(number, total)
    assert pager.window == window
    assert (pager.first, pager.last) == rows


def test_empty_list_has_neither_previous_nor_next():
    assert (Pager(1, 0).previous, Pager(1, 0).next) == (None, None)


def test_unknown_icon_is_refused():
    with pytest.raises(LookupError, match="khong-co"):
        tags.icon("khong-co")


def test_labelled_icon_is_an_image_with_an_escaped_name():
    assert 'role="img" aria-label="a&quot;b"' in tags.icon("check", 'a"b')
    assert 'aria-hidden="true"' in tags.icon("check")


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_templates_name_only_icons_of_the_sprite(path):
    text = path.read_text("utf-8")
    named = set(re.findall(r"""(?:\{% icon\s+|\sicon=)["']([a-z0-9-]+)["']""", text))
    assert named - icon_names() == set()


TRAPS = {
    "filter in an attribute that takes none": r"""\s:[a-z_-]+=["'][^"']*\|""",
    "comment over several lines": r"\{#(?:(?!#\}).)*\n",
}


@pytest.mark.parametrize("trap", TRAPS)
def test_templates_do_not_hold_what_the_engine_passes_over_in_silence(trap):
    assert [path.name for path in TEMPLATES if re.search(TRAPS[trap], path.read_text("utf-8"))] == []


@pytest.mark.parametrize(
    ("trap", "text"),
    [
        ("filter in an attribute that takes none", '<c-stat :value="page.share|vi_percent" />'),
        ("comment over several lines", "{# one\ntwo #}"),
    ],
)
def test_traps_are_found(trap, text):
    assert re.search(TRAPS[trap], text)


def test_sprite_holds_every_listed_icon():
    sprite = (WEB / "static/dist/icons.svg").read_text("utf-8")
    assert set(re.findall(r'<symbol id="([^"]+)"', sprite)) == icon_names()


def test_every_state_of_every_process_has_a_tone_with_an_icon():
    assert {state.tone for process in PROCESSES for state in process.states} <= set(tags.TONE_ICONS)
    assert set(tags.TONE_ICONS.values()) <= icon_names()


def test_component_does_not_see_the_page(rf):
    text = page('<c-page-head title="Phong trào" />', rf.get("/"), kicker="của trang", lead="của trang")
    assert "<h1>Phong trào</h1>" in text
    assert "của trang" not in text


def test_values_are_escaped_once(rf):
    text = page('<c-button data-x="{{ x }}" href="{{ x }}">{{ x }}</c-button>', rf.get("/"), x='"><b>A & B')
    assert text.count("&quot;&gt;&lt;b&gt;A &amp; B") == 3
    assert "<b>" not in text


def test_button_kinds():
    assert page("<c-button>Lưu</c-button>") == '<button class="btn btn-secondary" type="submit" >Lưu</button>'
    assert 'class="btn btn-primary btn-sm" href="/a/"' in page(
        '<c-button kind="primary" small href="/a/">Mở</c-button>'
    )
    assert 'href="#sua" role="button" data-dialog="sua"' in page('<c-button dialog="sua">Sửa</c-button>')


def test_why_gives_every_reason_beside_a_disabled_button():
    text = page('<c-why :reasons="reasons">Trình</c-why>', reasons=("Thiếu biên bản.", "Đã khoá."))
    assert re.search(r'<button class="btn" type="button" disabled>.*Trình</button>', text)
    assert re.findall(r"t-why-reason\">([^<]+)", text) == ["Thiếu biên bản.", "Đã khoá."]


def bound(**data: str) -> forms.Form:
    return SampleForm(data)


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("name", ('<label for="id_name">Tên phong trào', 'class="form-control"', "(bắt buộc)", "required")),
        ("kind", ('<label for="id_kind">', 'class="form-select"')),
        ("content", ("<textarea", 'rows="4"')),
        ("scope", ("<fieldset", "<legend>Phạm vi", '<label for="id_scope_0">Trong đơn vị</label>')),
        ("levels", ('type="checkbox"', '<label for="id_levels_3">Trung học phổ thông</label>')),
        ("file", ("t-drop", 'type="file"', 'data-max-bytes="20971520"', "Tối đa 20 MB")),
        ("agreed", ('type="checkbox"', '<label for="id_agreed">Tôi đã đối chiếu với bản gốc')),
    ],
)
def test_field_takes_the_shape_of_its_kind(rf, name, wanted):
    text = page(f'<c-field :field="form.{name}" />', rf.get("/"), form=SampleForm())
    assert [part for part in wanted if part not in text] == []


@pytest.mark.parametrize("name", ["name", "starts_on", "kind", "scope", "agreed"])
def test_error_stands_at_its_field_and_is_announced_with_it(rf, name):
    text = page(f'<c-field :field="form.{name}" />', rf.get("/"), form=bound())
    assert f'id="id_{name}_error"' in text
    assert re.search(rf'aria-describedby="[^"]*id_{name}_error"', text)
    assert REQUIRED in text


def test_summary_leads_to_the_fields_and_keeps_the_typed_text(rf):
    form = bound(name="<Hai tốt>", starts_on="31/02/2026", kind="regular", scope="unit", agreed="on")
    text = page(
        '<c-form-errors :form="form" :errors="more" /><c-field :field="form.name" />',
        rf.get("/"),
        form=form,
        more=["Đã có người sửa."],
    )
    assert '<a href="#id_starts_on">Ngày bắt đầu: Ngày không hợp lệ.' in text
    assert "<li>Đã có người sửa.</li>" in text
    assert 'value="&lt;Hai tốt&gt;"' in text
    assert text.count("<li>") == 2


def test_no_summary_without_errors():
    assert page('<c-form-errors :form="form" />', form=SampleForm()) == ""


def test_table_scrolls_in_a_named_region_unless_it_turns_into_cards():
    wide = page('<c-table caption="Số liệu"><c-slot name="head"><th>A</th></c-slot><tr><td>1</td></tr></c-table>')
    assert 'role="region" aria-label="Số liệu" tabindex="0"' in wide
    assert "<caption>Số liệu</caption>" in wide
    assert "<thead><tr><th>A</th></tr></thead>" in wide
    assert "tabindex" not in page('<c-table caption="Số liệu" cards><tr><td>1</td></tr></c-table>')


def test_progress_is_drawn_with_a_decimal_point():
    text = page('<c-progress :value="value" :max="40" label="Đã nhận" text="21/40" />', value=21.5)
    assert 'viewBox="0 0 40 1"' in text
    assert '<rect width="21.5"' in text


def test_filters_keep_the_sort_order_and_the_choice(rf):
    text = page(
        '<c-filters :search="q"><c-filter name="year" label="Năm" :options="years" :selected="year" /></c-filters>',
        rf.get("/?q=an&year=2026&sort=-name"), q="an", year=2026, years=((2025, "2025"), (2026, "2026")),
    )  # fmt: skip
    assert 'name="q" value="an"' in text
    assert '<option value="2026" selected>' in text
    assert '<input type="hidden" name="sort" value="-name">' in text
    assert "Bỏ lọc" in text


def test_pager_links_keep_the_filters(rf):
    text = page('<c-pager :pager="pager" />', rf.get("/?q=an&page=2"), pager=Pager(2, 130))
    assert "Dòng 51–100 trong 130" in text
    assert 'href="?q=an&amp;page=3" rel="next"' in text
    assert '<span aria-current="page">2</span>' in text
    assert page('<c-pager :pager="pager" />', rf.get("/"), pager=Pager(1, 50)) == ""


@pytest.mark.parametrize("typed", ["05/09/2026", "5/9/2026", "2026-09-05"])
def test_date_field_reads_vietnamese_dates(typed):
    assert VietnameseDateField().clean(typed) == date(2026, 9, 5)


def test_date_field_refuses_an_impossible_day_and_says_how_to_write_it():
    with pytest.raises(forms.ValidationError, match="Hãy nhập theo dạng ngày/tháng/năm"):
        VietnameseDateField().clean("31/02/2026")


def test_page_script_is_configured_for_the_security_policy(rf):
    text = render_to_string("web/errors/404.html", request=rf.get("/"))
    assert '"includeIndicatorStyles": false, "allowEval": false' in text
    assert '<html lang="vi">' in text
    assert '<a class="t-skip" href="#noi-dung">' in text


def luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    digits = "".join(2 * digit for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[index : index + 2], 16) / 255 for index in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


TEXT_ON_GROUND = [
    *((ink, ground) for ink in ("ink", "ink-soft", "accent-strong", "bad") for ground in ("paper", "ground", "hover")),
    *((tone, f"{tone}-soft") for tone in ("good", "busy", "warn", "bad", "plain", "gold")),
    ("paper", "accent"),
    ("paper", "accent-strong"),
    ("accent-strong", "accent-soft"),
]


@pytest.mark.parametrize(
    ("text", "ground", "least"),
    [(*pair, 4.5) for pair in TEXT_ON_GROUND] + [("line-control", "paper", 3), ("focus", "ground", 3)],
)
def test_colours_have_the_contrast_of_wcag_aa(text, ground, least):
    tokens = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6});", (WEB / "assets/css/tokens.css").read_text("utf-8")))
    assert contrast(tokens[text], tokens[ground]) >= least
