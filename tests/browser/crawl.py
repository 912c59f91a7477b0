"""Going through the pages that navigation leads to, and what must hold on each of them."""

import re
from collections import Counter
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Page, Response

from tests.browser.office import PHONE, WIDE, Seat

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
FILES = re.compile(r"\.(pdf|docx|xlsx)$|/tai/|/tep-goc/|/mau-ket-qua/|/minh-chung/|/giay-to/\d|format=xlsx")
DEPTH = 2  # links followed from the first page
EXAMPLES = 2  # pages of one kind that one account opens


def kind_of(url: str) -> str:
    """Pages that differ only in which object they show are of one kind; filters and sorting make no other kind."""
    path = urlsplit(url).path
    return re.sub(r"/(phap-luat|xac-thuc)/.+", r"/\1/…/", re.sub(r"\d+", "#", path))


class Crawl:
    """Opens pages once, checks each at both widths. `faults` are lines `address: what is wrong`; `kinds` counts what was seen."""

    def __init__(self) -> None:
        self.faults: list[str] = []
        self.kinds: Counter[str] = Counter()
        self.axe = AXE.read_text("utf-8")

    def explore(self, seat: Seat, who: str, first: str) -> None:
        """Breadth first, `EXAMPLES` of every kind; a kind that another account has shown twice is not checked again."""
        waiting, seen, own = [(first, 0)], set(), Counter()
        while waiting:
            path, depth = waiting.pop(0)
            kind = kind_of(path)
            if path in seen or own[kind] >= EXAMPLES or FILES.search(path):
                continue
            seen.add(path)
            own[kind] += 1
            answer = seat.page.goto(path)
            self._check(seat.page, answer, f"{who} {path}", kind)
            if depth < DEPTH:
                waiting += [(link, depth + 1) for link in links_of(seat.page)]

    def _check(self, page: Page, answer: Response | None, where: str, kind: str) -> None:
        if answer is None or answer.status != 200:
            self.faults.append(f"{where}: {answer.status if answer else 'no answer'}")
            return
        self.kinds[kind] += 1
        if self.kinds[kind] > EXAMPLES:
            return
        for size in (WIDE, PHONE):
            page.set_viewport_size(size)
            self.faults += [
                f"{where} at {size['width']} px: {fault}" for fault in (*overflow(page), *self._judge(page))
            ]
        page.set_viewport_size(WIDE)

    def _judge(self, page: Page) -> list[str]:
        """What axe-core finds against WCAG 2.0 to 2.2, levels A and AA."""
        page.evaluate(self.axe)
        options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
        found = page.evaluate("options => axe.run(document, options)", options)
        return [
            f"{rule['id']}: {rule['help']}: {[node['html'][:120] for node in rule['nodes'][:3]]}"
            for rule in found["violations"]
        ]


def overflow(page: Page) -> list[str]:
    """The page is never wider than the screen; a wide table scrolls within its box."""
    wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [f"{wider} px wider than the screen"] if wider > 0 else []


def links_of(page: Page) -> list[str]:
    """Addresses of this site that the page links to, in order, without the place in the page."""
    found = page.eval_on_selector_all("a[href]", "links => links.map(link => link.getAttribute('href'))")
    here = page.url
    whole = [urljoin(here, link).partition("#")[0] for link in found]
    host = urlsplit(here).netloc
    return list(
        dict.fromkeys(link for link in whole if urlsplit(link).netloc == host and urlsplit(link).scheme == "http")
    )
