"""Fixtures of the small province; loaded by tests/conftest.py as a plugin."""

from copy import deepcopy

import pytest
from django.db import connection
from django.test import Client

from tests.factories.world import World, build_world
from thidua.orgs.models import Unit


@pytest.fixture(scope="session")
def built_world(django_db_setup, django_db_blocker) -> World:
    """Built once per process, outside the transaction of any test: every test starts from it and rolls back to it."""
    with django_db_blocker.unblock():
        return build_world()


@pytest.fixture
def world(built_world, db) -> World:
    """The small province; its objects are this test's own copies."""
    return deepcopy(built_world)


@pytest.fixture
def committed_world(built_world, transactional_db):
    """The small province for tests with several connections: really committed, and everything is emptied afterwards.

    pytest-django runs such tests last; the first finds the world that was built for the others, later ones build their own.
    """
    yield deepcopy(built_world) if Unit.objects.filter(pk=built_world.school.pk).exists() else build_world()
    if connection.vendor == "sqlite":
        _empty_journal()


def _empty_journal() -> None:
    """SQLite empties tables by DELETE, which the journal's trigger refuses (PostgreSQL truncates): lift it for a moment."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = 'journal_no_delete'")
        (definition,) = cursor.fetchone()
        cursor.execute("DROP TRIGGER journal_no_delete")
        cursor.execute("DELETE FROM journal_journalentry")
        cursor.execute(definition)


@pytest.fixture
def client_for(world):
    """A signed-in test client for one of the cast: `client_for("teacher")`."""

    def sign_in(key: str) -> Client:
        client = Client()
        client.force_login(world.users[key], backend="django.contrib.auth.backends.ModelBackend")
        return client

    return sign_in
