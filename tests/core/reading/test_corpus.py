"""The annotated public documents, where the folder with them is at hand."""

import importlib.util
import json
from pathlib import Path

import pytest

from thidua.core.reading.reader import read_text

SHARED = Path(__file__).resolve().parents[4] / "shared"
pytestmark = pytest.mark.skipif(not (SHARED / "corpus").is_dir(), reason="the shared corpus is not here")


def scorer():
    spec = importlib.util.spec_from_file_location("score_reading", SHARED / "score_reading.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def scores():
    score = scorer().score
    for gold in sorted((SHARED / "corpus" / "gold").glob("*.json")):
        text = next((SHARED / "corpus").glob(f"{gold.stem}_*.txt")).read_text("utf-8")
        found = json.loads(json.dumps(read_text(text).as_dict()))
        yield score(json.loads(gold.read_text("utf-8")), found)


def test_headers_are_read_whole():
    headers = [header for header, _ in scores()]
    assert sum(headers) / len(headers) >= 0.99


def test_lists_are_read_nearly_whole():
    values = [value for _, lists in scores() for value in lists.values()]
    assert sum(values) / len(values) >= 0.98
