"""The server of `make demo`: the port is checked first, a signal to the process ends it."""

import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest

from thidua.ops.serve import main


@pytest.fixture
def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def test_a_free_port_is_fine(free_port, capsys):
    assert main(["--check", "--port", str(free_port)]) == 0
    assert capsys.readouterr().err == ""


def test_a_taken_port_is_named_with_what_to_do(capsys):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = str(server.getsockname()[1])
        assert main(["--port", port]) == 2
    message = capsys.readouterr().err
    assert port in message
    assert "make demo PORT=" in message


@pytest.mark.parametrize("port", ["0", "70000", "tám nghìn", "-1", "٨٠٠٠"])
def test_what_is_no_port_is_refused(port, capsys):
    assert main([f"--port={port}"]) == 2
    assert port in capsys.readouterr().err


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_answers_and_ends_when_told(free_port, tmp_path, monkeypatch, number):
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'serve.sqlite3'}")
    monkeypatch.setenv("THIDUA_VAR", str(tmp_path))
    code = f"from thidua.ops.serve import main; main(['--port', '{free_port}'])"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as server:
        try:
            assert status_of(f"http://127.0.0.1:{free_port}/khong-co") == 404
        finally:
            server.send_signal(number)
            said = server.communicate(timeout=15)[0].decode()
    assert f"http://127.0.0.1:{free_port}" in said
    assert main(["--check", "--port", str(free_port)]) == 0


def status_of(address: str) -> int:
    """The status of the answer, waiting up to 20 s for the server to start."""
    for _ in range(100):
        try:
            with urllib.request.urlopen(address) as answer:
                return answer.status
        except urllib.error.HTTPError as error:
            error.close()
            return error.code
        except urllib.error.URLError:
            time.sleep(0.2)
    raise TimeoutError(address)
