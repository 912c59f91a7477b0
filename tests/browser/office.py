"""People at their browsers: each signs in, sees pages, fills in fields by their labels and presses buttons by their words."""

import re
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from thidua.accounts.queries.demo import DEMO_PASSWORD, DEMO_PREFIX

WIDE = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}
COLOURS, HUES = 256, 48  # of a picture in the manual, which then has a third of the bytes
expect.set_options(timeout=15_000)


Value = str | bool | dict[str, object]


def label_of(words: str) -> re.Pattern[str]:
    """A label of these words; a required field's ends with a sign and its meaning for a screen reader."""
    return re.compile(rf"^\s*{re.escape(words)}\s*(\*?\s*\(bắt buộc\))?\s*$")


def upload(name: str, data: bytes) -> dict[str, object]:
    """A file as a file field takes it."""
    kinds = {"pdf": "application/pdf", "txt": "text/plain"}
    return {"name": name, "mimeType": kinds.get(name.rpartition(".")[2], "application/octet-stream"), "buffer": data}


def few_colours(png: bytes) -> bytes:
    """Keep the commonest colours, so that areas stay true, and some of every other hue, so that small signs do too."""
    with Image.open(BytesIO(png)) as picture:
        whole = picture.convert("RGB")
    common = sorted(whole.getcolors(whole.width * whole.height), reverse=True)[: COLOURS - HUES]
    hues = whole.quantize(HUES, Image.Quantize.MAXCOVERAGE).getpalette()
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for _, colour in common for part in colour] + hues)
    whole.quantize(palette=palette, dither=Image.Dither.NONE).save(held := BytesIO(), "PNG", optimize=True)
    return held.getvalue()


class Office:
    """Nơi làm việc: who is signed in, at a desk or with a phone, and what the browsers complained of."""

    def __init__(
        self, chromium: Browser, address: str, shots: Path, *, for_manual: bool = False, javascript: bool = True
    ) -> None:
        self.chromium, self.address, self.javascript = chromium, address, javascript
        self.shots, self.for_manual = shots, for_manual
        self.complaints: list[str] = []
        self.seats: dict[tuple[str, bool], Seat] = {}
        self.names: dict[str, str] = {}

    def guest(self, *, phone: bool = False) -> "Seat":
        """Somebody without an account."""
        return Seat(self, self._context(phone))

    def seat(self, account: str, *, phone: bool = False) -> "Seat":
        """The person of a sample account, signed in by the form once per kind of browser."""
        if (account, phone) not in self.seats:
            seat = self.guest(phone=phone)
            seat.sign_in(account)
            self.seats[account, phone] = seat
        return self.seats[account, phone]

    def name_of(self, account: str) -> str:
        """The person's name as the sign-in page lists it."""
        if not self.names:
            rows = self.guest().open("/dang-nhap/").main.locator("tbody tr").all()
            cells = [row.locator("td").all_inner_texts() for row in rows]
            self.names = {cell[1].removeprefix(DEMO_PREFIX): cell[0].splitlines()[0] for cell in cells}
        return self.names[account]

    def _context(self, phone: bool) -> BrowserContext:
        context = self.chromium.new_context(
            base_url=self.address, viewport=PHONE if phone else WIDE, is_mobile=phone, has_touch=phone,
            java_script_enabled=self.javascript, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh", reduced_motion="reduce",
        )  # fmt: skip
        context.set_default_timeout(15_000)
        context.on("console", lambda said: said.type == "error" and self.complain(said.page, said.text))
        context.on("weberror", lambda error: self.complain(error.page, str(error.error)))
        context.on("requestfailed", self._request_failed)
        context.on("response", lambda got: got.status >= 400 and self.complaints.append(f"{got.status} {got.url}"))
        return context

    def complain(self, page: Page | None, what: str) -> None:
        self.complaints.append(f"{page.url if page else '?'}: {what}")

    def _request_failed(self, request) -> None:
        """Leaving a page ends what it was still asking for: that is no failure."""
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"{request.url}: {request.failure}")

    def close(self) -> None:
        for context in list(self.chromium.contexts):
            context.close()


class Seat:
    """Một người trước trình duyệt. `main` is the content of the page without head and navigation."""

    def __init__(self, office: Office, context: BrowserContext) -> None:
        self.office, self.context = office, context
        self.page = context.new_page()
        self.main = self.page.locator("main")

    def sign_in(self, account: str) -> "Seat":
        self.open("/dang-nhap/")
        self.fill({"Tên đăng nhập": DEMO_PREFIX + account, "Mật khẩu": DEMO_PASSWORD})
        return self.press("Đăng nhập").see("Việc của tôi")

    def open(self, path: str) -> "Seat":
        answer = self.page.goto(path)
        assert answer, f"{path}: no answer"
        assert answer.status == 200, f"{path}: {answer.status}"
        return self

    def press(self, words: str, *, within: Locator | None = None, near: str = "") -> "Seat":
        """Press the button and wait for the page that follows. `near`: the words of the table row or list item it stands in."""
        with self.page.expect_navigation():
            self._scope(within, near).get_by_role("button", name=words, exact=True).click()
        return self

    def follow(self, words: str, *, within: Locator | None = None, near: str = "", exact: bool = True) -> "Seat":
        """Follow the link."""
        with self.page.expect_navigation():
            self._scope(within, near).get_by_role("link", name=words, exact=exact).click()
        return self

    def _scope(self, within: Locator | None, near: str) -> Locator:
        scope = within or self.main
        return scope.locator("tr, li").filter(has_text=near) if near else scope

    def fill(self, values: dict[str, Value], *, within: Locator | None = None) -> "Seat":
        """Fill fields found by their labels: text, a choice of a list by its words, a tick, a file."""
        for label, value in values.items():
            field = (
                (within or self.main).get_by_label(label_of(label)).and_(self.page.locator("input, select, textarea"))
            )
            if isinstance(value, dict):
                field.set_input_files(value)
            elif isinstance(value, bool):
                field.set_checked(value)
            elif field.evaluate("field => field.tagName") == "SELECT":
                field.select_option(label=value)
            else:
                field.fill(value)
        return self

    def tick(self, *labels: str, within: Locator | None = None) -> "Seat":
        """Tick boxes or choose among alternatives."""
        return self.fill(dict.fromkeys(labels, True), within=within)

    def see(self, *words: str) -> "Seat":
        for one in words:
            expect(self.main).to_contain_text(one)
        return self

    def section(self, title: str) -> Locator:
        """The box of the page under this heading, which may end with how many things there are."""
        words = re.compile(rf"^{re.escape(title)}( \(?\d+\)?)?$")
        return self.main.locator("section").filter(has=self.page.get_by_role("heading", name=words))

    def download(self, words: str, *, within: Locator | None = None) -> bytes:
        """What the browser gets behind a link that downloads."""
        with self.page.expect_download() as waiting:
            (within or self.main).get_by_role("link", name=words, exact=True).click()
        return waiting.value.path().read_bytes()

    def shoot(self, name: str, at: Locator | None = None) -> "Seat":
        """A picture of what the screen shows, scrolled to `at`."""
        if at:
            at.evaluate("element => element.scrollIntoView()")
        else:
            self.page.evaluate("window.scrollTo(0, 0)")
        name = f"{name}-{self.page.viewport_size['width']}.png"
        self.page.mouse.move(0, 0)
        # Hiding the caret would set styles in the page, which its security policy forbids.
        png = self.page.screenshot(caret="initial")
        (self.office.shots / name).write_bytes(few_colours(png) if self.office.for_manual else png)
        return self
