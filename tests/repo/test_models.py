"""Models speak the language of the field: Vietnamese first in the docstring, named in the glossary, migrated."""

import pytest
from django.apps import apps
from django.core.management import call_command

from tests.repo.support import ROOT

GLOSSARY = ROOT / "docs" / "domain" / "glossary.md"


def own_models() -> list[type]:
    return [model for model in apps.get_models() if model.__module__.startswith("thidua.")]


def opening(model: type) -> str:
    """The words of the class's own docstring up to the first colon, comma or full stop."""
    text = vars(model).get("__doc__") or ""
    for sign in (":", ".", ",", "\n"):
        text = text.split(sign)[0]
    return text


@pytest.mark.parametrize("model", own_models(), ids=lambda model: model._meta.label)
class TestEveryModel:
    def test_opens_its_docstring_with_the_vietnamese_term(self, model):
        assert not opening(model).isascii(), f"{opening(model)!r} is not Vietnamese"

    def test_has_a_vietnamese_verbose_name(self, model):
        assert not str(model._meta.verbose_name).isascii()

    def test_names_its_constraints(self, model):
        assert all(constraint.name for constraint in model._meta.constraints)


def test_every_model_is_in_the_glossary():
    glossary = GLOSSARY.read_text("utf-8")
    assert [model.__name__ for model in own_models() if f"`{model.__name__}`" not in glossary] == []


@pytest.mark.django_db
def test_migrations_are_in_step_with_the_models():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_migrations_do_not_mix_schema_and_data():
    mixed = []
    for path in (ROOT / "src").glob("thidua/*/migrations/0*.py"):
        text = path.read_text("utf-8")
        schema = any(word in text for word in ("CreateModel", "AddField", "AlterField", "RemoveField", "DeleteModel"))
        if "RunPython" in text and schema:
            mixed.append(path.name)
    assert mixed == []
