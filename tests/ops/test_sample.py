"""`thidua load_sample`, run as a person runs it: as a program, on a database of its own."""

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import closing
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from django.conf import settings
from psycopg import sql

SMALL = ("--units", "3", "--people", "60", "--years", "1")
MEDIUM = ("--units", "8", "--people", "200")
# What the wall clock or a secret salt decides, not the seed.
UNSTEADY = {"password", "date_joined", "last_login", "applied"}


def run(*arguments: str, url: str, home: Path) -> subprocess.CompletedProcess:
    environment = os.environ | {"DATABASE_URL": url, "THIDUA_VAR": str(home)}
    code = "import sys; from thidua.ops.cli import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)


def load(home: Path, *arguments: str) -> Path:
    """Load the sample into the migrated database of the folder; the database file."""
    done = run("load_sample", *arguments, url=f"sqlite:///{home / 'sample.sqlite3'}", home=home)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Đã nạp tỉnh mẫu trong ")
    return home / "sample.sqlite3"


@pytest.fixture(scope="module")
def empty(tmp_path_factory) -> Path:
    home = tmp_path_factory.mktemp("empty")
    done = run("migrate", "--verbosity", "0", url=f"sqlite:///{home / 'sample.sqlite3'}", home=home)
    assert done.returncode == 0, done.stderr
    return home


@pytest.fixture(scope="module")
def new_home(empty, tmp_path_factory):
    return lambda: Path(shutil.copytree(empty, tmp_path_factory.mktemp("home") / "var"))


@pytest.fixture(scope="module")
def medium(new_home) -> sqlite3.Connection:
    with closing(sqlite3.connect(load(new_home(), *MEDIUM))) as connection:
        yield connection


def column(connection: sqlite3.Connection, query: str) -> list:
    return [row[0] for row in connection.execute(query)]


def digests(database: Path) -> dict[str, str]:
    """A digest of each table, without what the seed does not decide."""
    with closing(sqlite3.connect(database)) as connection:
        tables = column(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
        found = {}
        for table in sorted(tables):
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            wanted = ", ".join(f'"{name}"' for name in columns if name not in UNSTEADY)
            rows = connection.execute(f"SELECT {wanted} FROM {table}").fetchall()
            found[table] = hashlib.sha256(repr(sorted(rows, key=repr)).encode()).hexdigest()
    return found


@pytest.fixture(scope="module")
def small(new_home) -> Path:
    return load(new_home(), *SMALL)


def test_the_same_seed_gives_the_same_province(small, new_home):
    assert digests(load(new_home(), *SMALL)) == digests(small)


def test_a_database_with_data_is_refused_or_left_as_it_is(small):
    before, url = digests(small), f"sqlite:///{small}"
    refused = run("load_sample", url=url, home=small.parent)
    assert refused.returncode == 2
    assert "đã có dữ liệu" in refused.stderr
    kept = run("load_sample", "--if-empty", url=url, home=small.parent)
    assert kept.returncode == 0
    assert "giữ nguyên" in kept.stdout
    assert digests(small) == before


@pytest.mark.parametrize("option", ["--units", "--people", "--years"])
def test_sizes_below_one_are_refused(empty, option):
    refused = run("load_sample", option, "0", url=f"sqlite:///{empty / 'sample.sqlite3'}", home=empty)
    assert refused.returncode == 2
    assert option in refused.stderr


def test_the_smallest_province_loads_and_another_seed_gives_other_people(small, new_home):
    smallest = load(new_home(), "--units", "1", "--people", "1", "--years", "1", "--seed", "7")
    names = []
    for database in (small, smallest):
        with closing(sqlite3.connect(database)) as connection:
            names.append(column(connection, "SELECT full_name FROM orgs_person ORDER BY code LIMIT 8"))
    assert names[0] != names[1]


def test_schools_people_and_years_are_as_many_as_asked(medium):
    assert column(medium, "SELECT count(*) FROM orgs_unit WHERE code LIKE 'TR____'") == [8]
    assert column(medium, "SELECT count(*) FROM orgs_unit WHERE code LIKE 'XA%'") == [2]
    assert 190 <= column(medium, "SELECT count(*) FROM orgs_person")[0] <= 215
    assert set(column(medium, "SELECT DISTINCT year FROM orgs_yearlyfacts")) == {"2023-2024", "2024-2025", "2025-2026"}


def test_nothing_is_dated_after_the_day_of_the_sample(medium):
    for table, name in (
        ("awards_award", "decided_on"),
        ("records_officialdocument", "issued_on"),
        ("journal_journalentry", "at"),
    ):
        assert max(filter(None, column(medium, f"SELECT {name} FROM {table}")))[:10] <= "2026-11-16"


def test_districts_decide_before_the_reform_and_communes_after(medium):
    rows = medium.execute("SELECT decided_on, decided_by FROM awards_award WHERE honour = 'LDTT'").fetchall()
    for decided_on, decided_by in rows:
        level = ("huyện", "thị xã") if date.fromisoformat(decided_on) < date(2025, 7, 1) else ("xã ", "phường")
        assert decided_by.startswith("Giám đốc Sở") or any(word in decided_by for word in level), decided_by
        assert ("thị xã" in decided_by or "huyện" in decided_by) <= (decided_on < "2025-07-01")


def test_champions_are_a_small_share_of_those_with_the_first_title(medium):
    found = Counter(column(medium, "SELECT honour FROM awards_award WHERE year = '2024-2025'"))
    assert 0.1 <= found["CSTDCS"] / found["LDTT"] <= 0.15
    assert found.keys() >= {"TTLDTT", "GK"}


def test_a_champion_of_the_province_was_one_at_home_three_times(medium):
    ids = column(medium, "SELECT person_id FROM awards_award WHERE honour = 'CSTD_BT'")
    assert ids
    for person in ids:
        query = f"SELECT year FROM awards_award WHERE honour = 'CSTDCS' AND person_id = {person}"
        assert set(column(medium, query)) == {"2023-2024", "2024-2025", "2025-2026"}


def test_dossiers_meetings_and_decisions_stand_in_every_state(medium):
    states = set(column(medium, "SELECT DISTINCT state FROM awards_dossier"))
    assert states == {"draft", "submitted", "returned", "accepted", "voted", "decided"}
    assert set(column(medium, "SELECT DISTINCT state FROM councils_councilmeeting")) == {"planned", "voting", "closed"}
    assert set(column(medium, "SELECT DISTINCT state FROM awards_awarddecision")) == {"draft", "issued"}
    assert column(medium, "SELECT count(*) FROM awards_revocation") == [2]


def test_movements_stand_at_every_stage(medium):
    rows = medium.execute("SELECT state, kind, count(*) FROM movements_movement GROUP BY 1, 2").fetchall()
    found = {(state, kind): count for state, kind, count in rows}
    assert found.keys() == {
        ("closed", "regular"),
        ("launched", "regular"),
        ("launched", "thematic"),
        ("draft", "ad_hoc"),
    }
    assert found["closed", "regular"] >= 1 + 2  # the department's and those of both communes
    assert column(medium, "SELECT count(*) FROM movements_planreading WHERE state = 'review'") == [1]
    assert column(medium, "SELECT count(*) FROM movements_figure")[0] > 20
    assert column(medium, "SELECT count(*) FROM movements_planfinding WHERE settled_at IS NULL")[0] > 0


def test_the_journal_of_the_sample_is_whole(medium):
    database = medium.execute("PRAGMA database_list").fetchone()[2]
    checked = run("check_journal", url=f"sqlite:///{database}", home=Path(database).parent)
    assert checked.returncode == 0, checked.stderr
    listed = run("demo_accounts", url=f"sqlite:///{database}", home=Path(database).parent)
    assert "mau.thuongtruc.so" in listed.stdout
    assert "mau.hoidong4" in listed.stdout


@pytest.fixture
def postgres_url(tmp_path):
    """A new database on the server of the test run; dropped afterwards."""
    if settings.DATABASES["default"]["ENGINE"] != "django.db.backends.postgresql":
        pytest.skip("runs with the tests on PostgreSQL")
    url = urlsplit(os.environ["DATABASE_URL"])
    name = f"thidua_sample_{os.getpid()}"
    with psycopg.connect(urlunsplit(url._replace(path="/postgres")), autocommit=True) as server:
        server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        yield urlunsplit(url._replace(path=f"/{name}"))
        server.execute(sql.SQL("DROP DATABASE {}").format(sql.Identifier(name)))


def test_the_sample_loads_into_postgresql(postgres_url, tmp_path):
    for arguments in (("migrate", "--verbosity", "0"), ("load_sample", *SMALL), ("check_journal",)):
        done = run(*arguments, url=postgres_url, home=tmp_path)
        assert done.returncode == 0, done.stderr
