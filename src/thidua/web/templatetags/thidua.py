"""Tags and filters of every template: icons, numbers and dates the Vietnamese way, addresses that keep the filters, form widgets."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from django import template
from django.forms import BoundField, CheckboxInput, CheckboxSelectMultiple, FileInput, RadioSelect, Select, Textarea
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from thidua.core.vietnamese.dates import format_date
from thidua.core.vietnamese.numbers import format_money, format_number
from thidua.journal.models import JournalEntry
from thidua.web.history.words import JOURNAL_TITLES
from thidua.web.icons import icon_names
from thidua.web.sorting import SortState, sort_state

register = template.Library()

NOTHING = "–"  # what a cell shows where there is no value


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """An icon of the sprite. Silent for screen readers unless it has a `label`; the word beside it carries the meaning.

    Raises LookupError for a name that is not in assets/icons.txt, since the sprite would show nothing.
    """
    if name not in icon_names():
        raise LookupError(f"Icon “{name}” is not in web/assets/icons.txt")
    href = f"{static('dist/icons.svg')}#{name}"
    if label:
        return format_html('<svg class="icon" role="img" aria-label="{}"><use href="{}"></use></svg>', label, href)
    return format_html('<svg class="icon" aria-hidden="true"><use href="{}"></use></svg>', href)


TONE_ICONS = {
    "neutral": "circle-dashed",
    "busy": "clock",
    "info": "info-circle",
    "good": "circle-check",
    "warn": "alert-triangle",
    "bad": "alert-circle",
    "done": "lock",
    "honour": "award",
}


@register.simple_tag
def tone_icon(tone: str) -> SafeString:
    """The icon that goes with a tone. Raises KeyError for an unknown tone."""
    return icon(TONE_ICONS[tone])


@register.simple_tag
def status(tone: str, label: str, icon_name: str = "") -> SafeString:
    """What `<c-status>` prints, for tables of many rows: there a tag takes a tenth of a component's time."""
    drawn = icon(icon_name) if icon_name else tone_icon(tone)
    return format_html('<span class="t-status t-tone-{}">{}{}</span>', tone, drawn, label)


@register.filter
def message_tone(level_tag: str) -> str:
    """The tone of a message of django.contrib.messages."""
    return {"success": "good", "warning": "warn", "error": "bad"}.get(level_tag, "info")


@register.filter
def minutes(span: timedelta) -> int:
    """Whole minutes of a span, rounded up."""
    return -(-span // timedelta(minutes=1))


@register.filter
def vi_date(value: date | datetime | None) -> str:
    """05/09/2026; a moment is shown as the date in Viet Nam."""
    if value is None:
        return NOTHING
    if isinstance(value, datetime):
        value = timezone.localdate(value)
    return format_date(value)


@register.filter
def vi_datetime(value: datetime | None) -> str:
    """14:05 05/09/2026, Vietnamese time."""
    return NOTHING if value is None else f"{timezone.localtime(value):%H:%M} {vi_date(value)}"


@register.filter
def vi_number(value: int | float | Decimal | None, decimals: int | None = None) -> str:
    """1.234,5; `decimals` fixes the number of digits after the comma."""
    if value is None:
        return NOTHING
    return format_number(float(value) if isinstance(value, Decimal) else value, decimals)


@register.filter
def vi_percent(value: int | float | Decimal | None, decimals: int | None = None) -> str:
    """83,91%; the value is in percent (83.91), not a fraction. At most two digits after the comma by default."""
    if value is None:
        return NOTHING
    return vi_number(round(float(value), 2), decimals) + "%"


@register.filter
def dong(value: int | Decimal | None) -> str:
    """1.234.000 đồng."""
    return NOTHING if value is None else format_money(int(value))


@register.filter
def file_size(value: int | str) -> str:
    """20 MB, 1,5 MB, 340 KB."""
    size = int(value)
    unit, power = ("MB", 2**20) if size >= 2**20 else ("KB", 2**10)
    return f"{format_number(round(size / power, 1))} {unit}"


@register.filter
def svg_number(value: int | float | Decimal) -> str:
    """A number as SVG and HTML attributes need it: decimal point whatever the language of the page."""
    return f"{float(value):.2f}".rstrip("0").rstrip(".")


@register.simple_tag
def url_with(request: HttpRequest, **changes: object) -> str:
    """The present address with some parameters changed; None or "" removes one. Other filters stay."""
    query = request.GET.copy()
    for key, value in changes.items():
        query.pop(key, None)
        if value not in (None, ""):
            query[key] = str(value)
    return f"?{query.urlencode()}" if query else request.path


@register.simple_tag
def sort_by(request: HttpRequest, key: str) -> SortState:
    """Address and aria-sort of a column heading; see `web/sorting.py`."""
    return sort_state(request, key)


@register.filter
def widget_kind(field: BoundField) -> str:
    """Which of the shapes of <c-field> a field takes: hidden, checkbox, choices, file or plain."""
    widget = field.field.widget
    if field.is_hidden:
        return "hidden"
    if isinstance(widget, CheckboxInput):
        return "checkbox"
    if isinstance(widget, (RadioSelect, CheckboxSelectMultiple)):
        return "choices"
    return "file" if isinstance(widget, FileInput) else "plain"


@register.simple_tag
def widget(field: BoundField) -> SafeString:
    """The control of a field with the class its kind needs; Django adds required, aria-invalid and aria-describedby."""
    control = field.field.widget
    attrs = {}
    if not isinstance(control, (CheckboxInput, FileInput)):
        kind = "form-select" if isinstance(control, Select) else "form-control"
        attrs["class"] = f"{kind} {control.attrs.get('class', '')}".strip()
    if isinstance(control, Textarea) and control.attrs.get("rows") == "10":  # Django's own, too tall for a dense form
        attrs["rows"] = "4"
    return field.as_widget(attrs=attrs)


@register.filter
def journal_title(entry: JournalEntry) -> str:
    """What a journal entry says was done; the bare code where an action of an older version has no words any more."""
    return JOURNAL_TITLES.get(entry.code, entry.code)
