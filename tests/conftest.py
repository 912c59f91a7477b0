"""What every test shares: no connection leaves the machine, and development's shared folder may be absent.

Warnings, leaked files and sockets among them, are errors by `filterwarnings` in pyproject.toml.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.test import override_settings

pytest_plugins = ["tests.factories.fixtures"]

LOCAL = {"127.0.0.1", "::1", "localhost", "", None}
ROOT = Path(__file__).resolve().parents[1]


class OutsideConnection(RuntimeError):
    """A test tried to reach another machine."""


def _refuse_outside(event: str, arguments: tuple) -> None:
    """Audit hook: sockets may only go to this machine; unix sockets have a path, or bytes, as their address."""
    if event == "socket.getaddrinfo":
        host = arguments[0]
    elif event in {"socket.connect", "socket.sendto"} and isinstance(arguments[1], tuple):
        host = arguments[1][0]
    else:
        return
    if (host.decode() if isinstance(host, bytes) else host) not in LOCAL:
        raise OutsideConnection(f"{event} to {host}: tests talk to this machine only.")


def pytest_configure() -> None:
    sys.addaudithook(_refuse_outside)


@pytest.fixture(scope="session", autouse=True)
def quick_and_tidy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Uploaded files go to a folder of the test run; passwords are hashed fast, since no test keeps one."""
    folder = tmp_path_factory.mktemp("files")
    with override_settings(MEDIA_ROOT=folder, PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield


@pytest.fixture(scope="session")
def shared_dir() -> Path:
    """The folder of corpus and reference beside the repository; there in development only."""
    path = ROOT.parent / "shared"
    if not path.is_dir():
        pytest.skip("shared/ is absent")
    return path


@pytest.fixture(scope="session")
def django_db_modify_db_settings(tmp_path_factory, django_db_modify_db_settings):
    """SQLite in a file, as it runs in production: connections wait for each other, which an in-memory database cannot."""
    database = settings.DATABASES["default"]
    if database["ENGINE"] == "django.db.backends.sqlite3":
        database.setdefault("TEST", {})["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")
