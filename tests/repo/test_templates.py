"""Templates hold nothing that the content security policy refuses, and nothing unescaped."""

import re

import pytest

from tests.repo.support import PACKAGE, ROOT

TEMPLATES = sorted(PACKAGE.glob("**/templates/**/*.html"))
FORBIDDEN = {
    "inline style": r"<style\b|\sstyle\s*=",
    "inline script": r"<script\b(?![^>]*\bsrc\s*=)(?![^>]*application/json)",
    "event attribute": r"<[^>]*\s(?:hx-)?on[a-z:]+\s*=",
    "script address": r"javascript:",
    "unescaped value": r"\|\s*safe\b|autoescape\s+off",
    "foreign address": r"""(?:src|href)\s*=\s*["']//|<(?:script|link|img)\b[^>]*https?://""",
}


def test_there_are_templates():
    assert len(TEMPLATES) > 10


@pytest.mark.parametrize("kind", FORBIDDEN)
def test_no_template_has(kind):
    pattern = re.compile(FORBIDDEN[kind], re.IGNORECASE)
    found = {
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in TEMPLATES
        for match in pattern.finditer(path.read_text("utf-8"))
    }
    assert found == set()


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("inline style", '<p style="color:red">'),
        ("inline script", "<script>go()</script>"),
        ("event attribute", '<a href="#" onclick="go()">'),
        ("event attribute", '<a hx-on:click="go()">'),
        ("script address", '<a href="javascript:go()">'),
        ("unescaped value", "{{ name | safe }}"),
        ("foreign address", '<script src="https://example.org/x.js">'),
    ],
)
def test_the_patterns_find_what_they_are_for(kind, text):
    assert re.search(FORBIDDEN[kind], text, re.IGNORECASE)


@pytest.mark.parametrize(
    "text", ['<script src="/static/main.js" defer></script>', '<c-button icon="plus" only>', "{{ person.name }}"]
)
def test_the_patterns_leave_the_rest_alone(text):
    assert [kind for kind, pattern in FORBIDDEN.items() if re.search(pattern, text, re.IGNORECASE)] == []
