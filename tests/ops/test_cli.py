"""The command line: names, exit codes, speed of the commands that need no database."""

import subprocess
import sys

import pytest

from thidua.ops.cli import PLAIN_COMMANDS, main


def run(*arguments: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-c", "import sys; from thidua.ops.cli import main; sys.exit(main())", *arguments],
        capture_output=True,
        check=False,
    )


def test_an_unknown_command_is_named_and_exits_2(capsys):
    assert main(["khen_thuong"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "“khen_thuong”" in captured.err
    assert captured.err.count("\n") == 1


def test_help_lists_every_command_with_one_line():
    lines = [line.split(maxsplit=1) for line in run("help").stdout.decode().splitlines() if line.startswith("  ")]
    described = {line[0] for line in lines if len(line) == 2}
    assert {*PLAIN_COMMANDS, "load_sample", "migrate"} <= described


@pytest.mark.parametrize("name", PLAIN_COMMANDS)
def test_a_plain_command_starts_without_django(name):
    code = f"import sys; import thidua.ops.cli, thidua.ops.{name} as command; print(callable(command.main), 'django' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("True False", "")


def test_a_usage_error_of_our_own_django_command_exits_2():
    done = run("load_sample", "--people", "nhiều")
    assert done.returncode == 2
    assert b"--people" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_usage_error_of_a_django_command_exits_2():
    done = run("migrate", "--no-such-option")
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


def test_a_database_that_cannot_be_reached_gives_one_line(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://nobody@127.0.0.1:1/nothing")
    done = run("migrate")
    assert done.returncode == 2
    assert "DATABASE_URL" in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1


def test_vietnamese_comes_out_as_utf8_in_any_locale(monkeypatch):
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    assert "chạy máy chủ web" in run("help").stdout.decode("utf-8")


def test_a_reader_that_stops_early_gets_no_traceback():
    """`thidua render_document --schema | head -1`"""
    with subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys; from thidua.ops.cli import main; sys.exit(main())",
            "render_document",
            "--schema",
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        process.stdout.close()
        assert (process.stderr.read(), process.wait()) == (b"", 0)
