"""Every page that a sample account reaches: it opens, fits a phone, and holds no barrier that axe-core knows."""

from tests.browser.crawl import Crawl
from tests.browser.office import Office

ACCOUNTS = (
    "thuongtruc.so", "giamdoc.so", "thuongtruc.xa", "chutich.xa", "hieutruong", "thuongtruc.truong", "giaovien",
    "truongkhoi", "quantri", "hoidong1",
)  # fmt: skip
LEAST = 55  # kinds of pages; fewer means that the crawl lost its way


def test_every_page_opens_fits_and_has_no_barrier(office: Office):
    crawl = Crawl()
    crawl.explore(office.guest(), "guest", "/")
    for account in ACCOUNTS:
        crawl.explore(office.seat(account), account, "/viec-cua-toi/")

    assert crawl.faults == []
    assert len(crawl.kinds) >= LEAST
