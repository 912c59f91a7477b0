"""Going through the pages that navigation leads to, and what must hold on each of them."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from lxml import html
from playwright.sync_api import Page

from tests.browser.office import PHONE, WIDE, Seat

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
FILES = re.compile(r"\.(pdf|docx|xlsx)$|/tai/|/tep-goc/|/mau-ket-qua/|/minh-chung/|/giay-to/\d|format=xlsx")
DEPTH = 2  # links followed from the first page
ASKED = 2  # pages of one kind that an account asks for; the browser shows and judges the first of all


def kind_of(path: str) -> str:
    """Pages that differ only in which object they show are of one kind; filters and sorting make no other kind."""
    return re.sub(r"/(phap-luat|xac-thuc)/.+", r"/\1/…/", re.sub(r"\d+", "#", path.partition("?")[0]))


class Crawl:
    """Asks for pages and judges some of every kind at both widths. `faults` are lines `who address: what is wrong`."""

    def __init__(self) -> None:
        self.faults: list[str] = []
        self.kinds: set[str] = set()
        self.axe = AXE.read_text("utf-8")

    def explore(self, seat: Seat, who: str, first: str) -> None:
        """Breadth first: every link to a page of this site must answer."""
        waiting, asked = [(first, 0)], Counter()
        seen: set[str] = set()
        while waiting:
            path, depth = waiting.pop(0)
            kind = kind_of(path)
            if path in seen or asked[kind] >= ASKED or FILES.search(path):
                continue
            seen.add(path)
            asked[kind] += 1
            links = self._visit(seat, path, kind, f"{who} {path}")
            waiting += [(link, depth + 1) for link in links if depth < DEPTH]

    def _visit(self, seat: Seat, path: str, kind: str, where: str) -> list[str]:
        """Ask for the page, show it if few of its kind have been shown; its links."""
        answer = seat.context.request.get(path)
        if answer.status != 200:
            self.faults.append(f"{where}: {answer.status}")
            return []
        if kind not in self.kinds:
            self.kinds.add(kind)
            seat.open(path)
            self.faults += [f"{where} {fault}" for fault in self._judge(seat.page)]
        return links_of(answer.text(), path)

    def _judge(self, page: Page) -> Iterator[str]:
        """What is wrong at the width of a desk, then of a phone: too wide, or against WCAG 2.0 to 2.2, levels A and AA."""
        page.evaluate(self.axe)
        options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
        for size in (WIDE, PHONE):
            page.set_viewport_size(size)
            yield from overflow(page)
            for rule in page.evaluate("options => axe.run(document, options)", options)["violations"]:
                yield f"at {size['width']} px: {rule['id']}: {[node['html'][:120] for node in rule['nodes'][:3]]}"
            options |= {"rules": {"color-contrast": {"enabled": False}}}  # slow, and no colour depends on the width
        page.set_viewport_size(WIDE)


def overflow(page: Page) -> list[str]:
    """The page is never wider than the screen; a wide table scrolls within its box."""
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [f"{wider} px wider than the screen"] if wider > 0 else []


def links_of(text: str, path: str) -> list[str]:
    """Addresses of this site that the page links to, in order, without the place in the page."""
    found = [urljoin(path, link).partition("#")[0] for link in html.fromstring(text).xpath("//a/@href")]
    return list(dict.fromkeys(link for link in found if not urlsplit(link).netloc and link.startswith("/")))
