"""What every test shares."""

pytest_plugins = ["tests.factories.fixtures"]
