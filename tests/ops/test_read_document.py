"""The command `thidua read_document PATH`."""

import json
from pathlib import Path

import pytest

from thidua.ops.read_document import main

SAMPLES = Path(__file__).parents[1] / "samples" / "plans"


def test_it_prints_one_json_object_with_the_keys_of_the_interface(capsys):
    assert main([str(next(SAMPLES.glob("s6_*.txt")))]) == 0
    printed = capsys.readouterr()
    found = json.loads(printed.out)
    gold = json.loads((SAMPLES / "s6.json").read_text("utf-8"))
    assert set(gold) <= set(found)
    assert printed.err == ""
    assert found["deadlines"][0].keys() == {"text", "date", "start", "end"}


def test_an_act_that_was_replaced_is_named(capsys, tmp_path):
    text = (
        next(SAMPLES.glob("s6_*.txt"))
        .read_text("utf-8")
        .replace("152/2025/NĐ-CP ngày 14/6/2025", "98/2023/NĐ-CP ngày 31/12/2023")
    )
    path = tmp_path / "kh.txt"
    path.write_text(text, "utf-8")
    assert main([str(path)]) == 0
    findings = json.loads(capsys.readouterr().out)["anomalies"]
    assert [f["text"][:28] for f in findings if f["kind"] == "superseded"] == ["Nghị định số 98/2023/NĐ-CP n"]


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02\x03", b"PK\x03\x04"])
def test_an_unusable_file_ends_with_2_and_one_line(capsys, tmp_path, content):
    path = tmp_path / "kh.txt"
    path.write_bytes(content)
    assert main([str(path)]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    assert "kh.txt" in printed.err


@pytest.mark.parametrize("arguments", [[], ["a", "b"], ["--all"]])
def test_wrong_use_prints_how_to_use_it(capsys, arguments):
    assert main(arguments) == 2
    assert "Cách dùng" in capsys.readouterr().err


def test_help_is_no_error(capsys):
    assert main(["--help"]) == 0
    assert "Cách dùng" in capsys.readouterr().out


def test_a_file_that_is_not_there(capsys, tmp_path):
    assert main([str(tmp_path / "mat.txt")]) == 2
    assert "mat.txt" in capsys.readouterr().err
