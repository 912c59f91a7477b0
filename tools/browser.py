"""Finds the Chromium of the browser tests, and installs one where there is none."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
WHAT_TO_DO = """The browser tests need Chromium, and it could not be installed here. One of these helps:
  Debian:   sudo apt-get install -y chromium
  anywhere: .venv/bin/playwright install --with-deps chromium
  or name an installed Chromium or Chrome: THIDUA_CHROMIUM=/path/to/chrome make test"""


def find_chromium() -> Path | None:
    """The browser named by THIDUA_CHROMIUM, else one of the system, else Playwright's own download; None if none starts."""
    named = [os.environ.get("THIDUA_CHROMIUM"), *map(shutil.which, NAMES)]
    return next((Path(path) for path in named if path and _starts(path)), None) or _downloaded()


def _starts(path: str | Path) -> bool:
    """Whether it answers; on Ubuntu `chromium-browser` may be a script that only names another package."""
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=30, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def _downloaded() -> Path | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return path if path.exists() and _starts(path) else None


def _install() -> None:
    """With apt where we are root, else Playwright's download into the user's cache; neither changes anything when it fails."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print("Installing Chromium with apt-get ...", flush=True)
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(
            ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"], check=False, env=environment
        )
        if find_chromium():
            return
    print("Downloading Chromium with Playwright ...", flush=True)
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def require_chromium() -> Path:
    """The browser, installed first if need be.

    Raises SystemExit with what to do when none can be had.
    """
    if path := find_chromium():
        return path
    _install()
    if path := find_chromium():
        return path
    raise SystemExit(WHAT_TO_DO)


if __name__ == "__main__":
    print(require_chromium())
