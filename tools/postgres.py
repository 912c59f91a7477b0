"""Finds a PostgreSQL server for the second run of the tests."""

import hashlib
import os
from pathlib import Path

import psycopg
from psycopg.conninfo import conninfo_to_dict

DEFAULT = "postgres://postgres@127.0.0.1:5432/postgres"
MAY_CREATE = "SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user"


def find_server() -> tuple[str, str]:
    """(address, ""), or ("", why there is none). The address names a database of this working copy alone; nothing is made yet.

    Raises SystemExit when THIDUA_TEST_PG_URL names a server that cannot be used.
    """
    named = os.environ.get("THIDUA_TEST_PG_URL")
    url = named or DEFAULT
    why = _unusable(url)
    if why and named:
        raise SystemExit(f"THIDUA_TEST_PG_URL cannot be used: {why}")
    if why:
        return "", f"no usable PostgreSQL on 127.0.0.1:5432 ({why}); name one with THIDUA_TEST_PG_URL"
    return own_database(url, Path.cwd()), ""


def own_database(url: str, copy: Path) -> str:
    """The address with the name of its database exchanged for one that only this working copy uses."""
    database = conninfo_to_dict(url)["dbname"]
    head, _, tail = url.rpartition(f"/{database}")
    return f"{head}/thidua_{hashlib.sha256(bytes(copy)).hexdigest()[:8]}{tail}"


def _unusable(url: str) -> str:
    try:
        with psycopg.connect(url, connect_timeout=3) as connection:
            row = connection.execute(MAY_CREATE).fetchone()
    except psycopg.Error as error:
        return str(error).strip().splitlines()[0]
    return "" if row and row[0] else "its user may not create databases"
