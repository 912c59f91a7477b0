"""The repository's files: none large, no dead links, nothing of one machine, samples there."""

import re

from tests.repo.support import ROOT, repository_files
from tools.generate_docs import FOLDER, PAGES

MAX_BYTES = 2 * 2**20
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
TEXT = {".py", ".md", ".toml", ".html", ".js", ".css", ".yaml", ".yml", ".json", ".sh", ".typ", ".txt", ".lock", ""}


def test_no_file_is_larger_than_two_mebibytes():
    assert [str(path) for path in repository_files() if path.stat().st_size > MAX_BYTES] == []


def test_links_between_documents_resolve():
    dead = [
        f"{page.relative_to(ROOT)}: {link}"
        for page in repository_files()
        if page.suffix == ".md"
        for link in LINK.findall(page.read_text("utf-8"))
        if not link.startswith(("http://", "https://", "mailto:", "#"))
        and not (page.parent / link.split("#")[0]).exists()
    ]
    assert dead == []


def test_no_file_names_a_home_or_working_folder_of_one_machine():
    pattern = re.compile(r"/(?:home|root|Users)/\w+|/work/(?:main|shared)\b")
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in repository_files()
        if path.suffix in TEXT and path.name != "test_files.py"
        for match in pattern.finditer(path.read_text("utf-8"))
    ]
    assert found == []


def test_there_are_sample_plans_of_our_own():
    assert len(list((ROOT / "tests" / "samples" / "plans").glob("*.txt"))) >= 5


def test_generated_pages_are_up_to_date():
    stale = [name for name, describe in PAGES.items() if (FOLDER / name).read_text("utf-8") != describe()]
    assert stale == [], "run: make docs"
