"""A real web server of the sample province, in a folder and a process of its own."""

import fcntl
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

THIDUA = Path(sys.executable).with_name("thidua")
PATIENCE = 60  # seconds until a server that was started must answer


def _environment(folder: Path) -> dict[str, str]:
    """The environment of the tests, on SQLite in the folder and with nothing that another installation set."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("THIDUA_", "DATABASE_", "DJANGO_"))
    }
    return kept | {"THIDUA_VAR": str(folder), "PYTHONWARNINGS": "default"}


def make_sample(folder: Path) -> Path:
    """The fresh sample province, made once for all workers of a test run that share the parent folder."""
    with (folder.parent / "sample.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "done").exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            for command in (("migrate", "--verbosity", "0"), ("load_sample",)):
                subprocess.run([THIDUA, *command], env=_environment(folder), check=True, capture_output=True)
            (folder / "done").touch()
    return folder


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def serve(sample: Path, folder: Path) -> Iterator[str]:
    """Serve a copy of the sample in demo mode; gives the address, ends the server by its own process id."""
    shutil.copytree(sample, folder)
    address = f"http://127.0.0.1:{_free_port()}"
    command = [THIDUA, "serve", "--demo", "--port", address.rpartition(":")[2]]
    with (folder / "server.log").open("w") as log:
        process = subprocess.Popen(command, env=_environment(folder), stdout=log, stderr=subprocess.STDOUT)
        try:
            _wait(process, address, folder / "server.log")
            yield address
        finally:
            process.terminate()
            process.wait(30)


def _wait(process: subprocess.Popen, address: str, log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/dang-nhap/", timeout=5) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    raise RuntimeError(f"The server did not answer within {PATIENCE} s:\n{log.read_text('utf-8')}")
