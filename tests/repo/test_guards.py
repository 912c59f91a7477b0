"""The nets under the tests hold: no connection leaves the machine, a leaked file fails its test."""

import os
import socket
import subprocess
import sys

import pytest

from tests.conftest import OutsideConnection
from tests.repo.support import ROOT

LEAK = """
def test_leak(tmp_path):
    (tmp_path / "file").write_text("x")
    open(tmp_path / "file")
"""


@pytest.mark.parametrize("address", [("192.0.2.1", 80), ("example.org", 443)])
def test_a_connection_to_another_machine_is_refused(address):
    with pytest.raises(OutsideConnection):
        socket.create_connection(address, timeout=0.1)


def test_a_connection_to_this_machine_is_allowed():
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as client:
        assert client.getpeername() == server.getsockname()


def test_a_leaked_file_is_an_error(tmp_path):
    (tmp_path / "test_leak.py").write_text(LEAK)
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-c",
        str(ROOT / "pyproject.toml"),
        "-p",
        "no:cacheprovider",
        str(tmp_path),
    ]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "ResourceWarning: unclosed file" in done.stdout
