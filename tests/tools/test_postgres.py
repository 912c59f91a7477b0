"""Finding the PostgreSQL server of the second test run."""

from pathlib import Path

import pytest

from tools import postgres


def test_a_named_server_that_does_not_answer_is_an_error(monkeypatch):
    monkeypatch.setenv("THIDUA_TEST_PG_URL", "postgres://postgres@127.0.0.1:1/postgres")
    with pytest.raises(SystemExit, match="THIDUA_TEST_PG_URL"):
        postgres.find_server()


def test_without_a_server_it_says_how_to_name_one(monkeypatch):
    monkeypatch.delenv("THIDUA_TEST_PG_URL", raising=False)
    monkeypatch.setattr(postgres, "DEFAULT", "postgres://postgres@127.0.0.1:1/postgres")
    url, why = postgres.find_server()
    assert url == ""
    assert "THIDUA_TEST_PG_URL" in why


def test_each_working_copy_has_a_database_of_its_own():
    named = "postgres://me:secret@127.0.0.1:5433/first?sslmode=disable"
    here, there = (postgres.own_database(named, Path(folder)) for folder in ("/srv/here", "/srv/there"))
    assert here != there
    for url in (here, there):
        assert url.startswith("postgres://me:secret@127.0.0.1:5433/thidua_")
        assert url.endswith("?sslmode=disable")
