"""Fixtures of the small province; loaded by tests/conftest.py as a plugin."""

from copy import deepcopy

import pytest
from django.test import Client

from tests.factories.world import World, build_world


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
def client_for(world):
    """A signed-in test client for one of the cast: `client_for("teacher")`."""

    def sign_in(key: str) -> Client:
        client = Client()
        client.force_login(world.users[key], backend="django.contrib.auth.backends.ModelBackend")
        return client

    return sign_in
