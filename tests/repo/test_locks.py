"""What is installed is pinned and hashed, names no download address, and covers what pyproject.toml asks for."""

import json
import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.repo.support import ROOT

LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-node.lock")
PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)(?:\[[a-z,-]+\])?==(\S+)", re.MULTILINE)


def pins(lock: str) -> dict[str, str]:
    """Version by name."""
    return {canonicalize_name(name): version for name, version in PIN.findall((ROOT / lock).read_text("utf-8"))}


@pytest.mark.parametrize("lock", LOCKS)
def test_python_locks_name_no_address_and_hash_every_package(lock):
    text = (ROOT / lock).read_text("utf-8")
    assert re.findall(r"https?:|file:|--(?:extra-)?index-url|--find-links|@ ", text) == []
    blocks = re.split(r"\n(?=\S)", "\n".join(line for line in text.splitlines() if not line.startswith("#")))
    assert [block for block in blocks if not (PIN.match(block) and "--hash=sha256:" in block)] == []


def test_the_npm_lock_names_no_address_and_hashes_every_package():
    lock = json.loads((ROOT / "package-lock.json").read_text("utf-8"))
    packages = {name: entry for name, entry in lock["packages"].items() if name}
    assert [name for name, entry in packages.items() if "resolved" in entry] == []
    assert [name for name, entry in packages.items() if "integrity" not in entry] == []
    assert "registry=" not in (ROOT / ".npmrc").read_text("utf-8")


def test_the_locks_satisfy_pyproject():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    run = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    for lock, wanted in (
        ("requirements.lock", run),
        ("requirements-dev.lock", project["project"]["optional-dependencies"]["dev"]),
        ("requirements-node.lock", project["project"]["optional-dependencies"]["node"]),
    ):
        pinned = pins(lock)
        for requirement in map(Requirement, wanted):
            version = pinned.get(canonicalize_name(requirement.name))
            assert version is not None, f"{requirement} is missing in {lock}: make lock"
            assert requirement.specifier.contains(version), f"{requirement} is {version} in {lock}: make lock"


def test_the_test_tools_keep_the_versions_that_run():
    run, dev = pins("requirements.lock"), pins("requirements-dev.lock")
    assert {name: dev[name] for name in run if name in dev} == {name: run[name] for name in run if name in dev}
