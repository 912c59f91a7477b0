"""A fresh sample province behind a real server, and Chromium in front of it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.office import Office
from tests.browser.serving import make_sample, serve
from tools.browser import require_chromium

MANUAL = Path(__file__).resolve().parents[2] / "docs" / "manual" / "img"
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--force-color-profile=srgb", "--hide-scrollbars",
)  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    return make_sample(shared / "sample")


@pytest.fixture(scope="module")
def address(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the module's own copy of the sample is served."""
    with serve(sample, tmp_path_factory.mktemp("server") / "var") as found:
        yield found


@pytest.fixture(scope="session")
def chromium_path() -> Path:
    return require_chromium()


@pytest.fixture(scope="module")
def chromium(chromium_path: Path) -> Iterator[Browser]:
    """Of a module, not of the session: Playwright keeps an event loop running, under which Django's database refuses to work."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path, args=[*FLAGS], handle_sigint=False)
        yield browser
        browser.close()


@pytest.fixture
def office(chromium: Browser, address: str, tmp_path: Path) -> Iterator[Office]:
    """People at their browsers; what a browser complained of fails the test."""
    for_manual = os.environ.get("THIDUA_SCREENSHOTS") == "1"
    found = Office(chromium, address, MANUAL if for_manual else tmp_path, for_manual=for_manual)
    yield found
    found.close()
    assert found.complaints == []
