"""What the convention tests share: the repository's files and syntax trees."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "thidua"


@cache
def repository_files() -> tuple[Path, ...]:
    """Every file that git tracks or would offer to track; generated and ignored ones are not among them."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    paths = (ROOT / name for name in listed.stdout.split("\0") if name)
    return tuple(path for path in paths if path.is_file())


def python_files(*patterns: str) -> Iterator[tuple[str, ast.Module]]:
    """(path below src/thidua, syntax tree) of the files that match one of the glob patterns."""
    for path in sorted({path for pattern in patterns for path in PACKAGE.glob(pattern)}):
        yield path.relative_to(PACKAGE).as_posix(), ast.parse(path.read_text("utf-8"), str(path))
