"""`check_award` and `award_money` as commands: output, exit codes, messages (interfaces.md)."""

import io
import json
import subprocess
import sys

import pytest

from tests.core.law.cases import case
from thidua.ops import award_money, check_award


class Stdin:
    def __init__(self, raw: bytes):
        self.buffer = io.BytesIO(raw)


def run_check(monkeypatch, capsys, raw):
    monkeypatch.setattr(sys, "stdin", Stdin(raw))
    code = check_award.main([])
    return code, *capsys.readouterr()


def test_a_case_gives_a_verdict(monkeypatch, capsys):
    code, out, err = run_check(monkeypatch, capsys, json.dumps(case()).encode())
    assert (code, err) == (0, "")
    verdict = json.loads(out)
    assert (verdict["outcome"], verdict["authority"]) == ("ELIGIBLE", "Chủ tịch UBND xã")
    assert "Điều 23" in out  # Vietnamese is printed as it is


def test_a_byte_order_mark_is_no_obstacle(monkeypatch, capsys):
    assert run_check(monkeypatch, capsys, b"\xef\xbb\xbf" + json.dumps(case()).encode())[0] == 0


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "không phải JSON hợp lệ (dòng 1, cột 1)"),
        (b"{", "không phải JSON hợp lệ"),
        (b"\xff\xfe", "không phải văn bản UTF-8"),
        (b"[" * 100_000, "quá sâu"),
        (b'{"year": ' + b"9" * 5000 + b"}", "số quá dài"),
        (b"[]", "cần một đối tượng JSON"),
        (b'{"honour": "X"}', "honour: “X” không hợp lệ"),
        (json.dumps(case(honour="TTLDXS")).encode(), "chỉ dành cho tập thể"),
    ],
)
def test_unusable_input_exits_2_with_one_line(monkeypatch, capsys, raw, message):
    code, out, err = run_check(monkeypatch, capsys, raw)
    assert (code, out) == (2, "")
    assert message in err
    assert err.count("\n") == 1


def test_check_award_takes_no_arguments(capsys):
    assert check_award.main(["case.json"]) == 2
    assert "Cách dùng" in capsys.readouterr().err


def test_award_money_prints_an_integer(capsys):
    assert award_money.main(["LDTT", "--subject", "individual", "--on", "2026-07-15"]) == 0
    assert capsys.readouterr() == ("760000\n", "")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["KNC_GD", "--subject", "individual", "--on", "2026-04-01"], "không định mức"),
        (["LDTT", "--subject", "collective", "--on", "2026-07-15"], "không định mức"),
        (["LDTT", "--subject", "individual", "--on", "15/07/2026"], "không phải ngày"),
        (["LDT", "--subject", "individual", "--on", "2026-07-15"], "LDT"),
        (["LDTT", "--subject", "person", "--on", "2026-07-15"], "person"),
        ([], "usage"),
    ],
)
def test_award_money_without_amount_exits_2(capsys, arguments, message):
    assert award_money.main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert message in err


def test_award_money_help_exits_0(capsys):
    assert award_money.main(["--help"]) == 0
    assert "--subject" in capsys.readouterr().out


def test_runs_without_django_in_a_process_of_its_own():
    probe = (
        "import sys; sys.argv = ['x', 'GK', '--subject', 'household', '--on', '2026-07-15']\n"
        "import runpy\n"
        "try: runpy.run_module('thidua.ops.award_money', run_name='__main__')\n"
        "except SystemExit as stop: assert stop.code == 0\n"
        "import thidua.ops.check_award\n"
        "assert not [name for name in sys.modules if name.split('.')[0] == 'django']"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "1140000\n"), done.stderr
