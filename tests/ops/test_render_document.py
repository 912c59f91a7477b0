"""The command render_document: files, schema, and messages for what cannot be used."""

import json

import pytest

from tests.core.documents import samples
from thidua.core.documents.parse import schema, to_dict
from thidua.ops.render_document import main


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "in.json"
    path.write_text(json.dumps(to_dict(samples.plan()), ensure_ascii=False), encoding="utf-8")
    return path


@pytest.mark.parametrize(("name", "magic"), [("out.docx", b"PK"), ("OUT.PDF", b"%PDF")])
def test_it_writes_a_file_and_nothing_beside(source, tmp_path, capsys, name, magic):
    assert main([str(source), str(tmp_path / name)]) == 0
    assert (tmp_path / name).read_bytes().startswith(magic)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([name, "in.json"])
    assert capsys.readouterr() == ("", "")


def test_it_prints_the_schema(capsys):
    assert main(["--schema"]) == 0
    assert json.loads(capsys.readouterr().out) == schema()


def test_a_file_with_a_byte_order_mark_is_read(source, tmp_path):
    source.write_bytes(b"\xef\xbb\xbf" + source.read_bytes())
    assert main([str(source), str(tmp_path / "out.pdf")]) == 0


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "JSON"),
        (b"{", "dòng 1"),
        (b"\xff\xfe", "UTF-8"),
        (b"[]", "đối tượng"),
        (b'{"kind": "KH", "issuer": "S", "subject": "s", "date": "2026-13"}', "2026-13"),
        (b"[" * 100_000, "sâu"),
    ],
)
def test_bad_input_is_named_in_one_line_and_nothing_is_written(tmp_path, capsys, content, words):
    source, target = tmp_path / "in.json", tmp_path / "out.pdf"
    source.write_bytes(content)
    assert main([str(source), str(target)]) == 2
    message = capsys.readouterr().err
    assert words in message
    assert message.count("\n") == 1
    assert not target.exists()


def test_paths_that_cannot_be_used_are_named(source, tmp_path, capsys):
    assert main([str(tmp_path / "absent.json"), str(tmp_path / "out.pdf")]) == 2
    assert main([str(source), str(tmp_path / "out.odt")]) == 2
    assert main([str(source), str(tmp_path / "absent" / "out.pdf")]) == 2
    assert main([str(source)]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 4
    assert "absent.json" in lines[0]
    assert ".docx hoặc .pdf" in lines[1]


def test_a_failure_leaves_the_old_file_as_it_was(source, tmp_path):
    target = tmp_path / "out.pdf"
    target.write_bytes(b"old")
    source.write_text('{"kind": "KH"}', encoding="utf-8")
    assert main([str(source), str(target)]) == 2
    assert target.read_bytes() == b"old"
