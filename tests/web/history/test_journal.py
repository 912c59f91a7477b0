"""The journal page: only what happened in the own units."""

import ast
from pathlib import Path

import pytest
from django.core.management import call_command

import thidua
from thidua.web.history.words import JOURNAL_TITLES


def test_own_units_only(client_for, world):
    assert "Trường THCS Mộc Sơn" in client_for("commune_secretary").get("/nhat-ky/").content.decode()
    assert "Trường THCS Mộc Sơn" not in client_for("outsider").get("/nhat-ky/").content.decode()


@pytest.mark.parametrize("key", ["teacher", "member1", "block_head"])
def test_refused_without_the_permission(client_for, key):
    assert client_for(key).get("/nhat-ky/").status_code == 403


def test_filters(client_for):
    client = client_for("head")
    assert "Phân vai trò" in client.get("/nhat-ky/?area=accounts").content.decode()
    assert "Không có mục nào" in client.get("/nhat-ky/?on=01/01/1999").content.decode()
    assert "không phải ngày" in client.get("/nhat-ky/?on=hom-qua").content.decode()
    assert client.get("/nhat-ky/?format=xlsx").content.startswith(b"PK")


def test_command_checks_the_chain(world, capsys):
    call_command("check_journal")
    assert "Nhật ký nguyên vẹn" in capsys.readouterr().out


def codes_in_source() -> set[str]:
    """Every string given as `code=` to journal.record anywhere in the package, also the two branches of a choice."""
    found = set()
    for path in Path(thidua.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "record":
                for keyword in node.keywords:
                    if keyword.arg == "code":
                        found |= {
                            n.value
                            for n in ast.walk(keyword.value)
                            if isinstance(n, ast.Constant) and isinstance(n.value, str)
                        }
    return found


def test_every_action_has_words():
    assert sorted(codes_in_source() - set(JOURNAL_TITLES)) == []
