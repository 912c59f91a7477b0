"""`python -m bench [NAME ...]`: runs the benchmarks (or those named) and prints one line per row; all of them also go to results.json.

A benchmark is a module of this folder with `run() -> list[dict]`; the rows are made by `bench.support.row`. Each runs in a
process of its own, on an empty migrated database of its own, so that none disturbs another.
"""

import importlib
import json
import pkgutil
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.support import temporary_database

HERE = Path(__file__).parent
RESULTS = HERE / "results.json"
TOOLS = {"__main__", "support"}
COLUMNS = ("name", "ours", "baseline", "ratio", "unit")


def benchmark_names() -> list[str]:
    """The benchmarks of this folder, by name."""
    return sorted(module.name for module in pkgutil.iter_modules([str(HERE)]) if module.name not in TOOLS)


def run_one(name: str) -> list[dict[str, object]]:
    """The rows of one benchmark, run in this process."""
    with temporary_database():
        return importlib.import_module(f"bench.{name}").run()


def run_apart(name: str) -> list[dict[str, object]] | None:
    """The rows of one benchmark, run in a new process; None when it fails, after its own words on stderr."""
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        command = [sys.executable, "-m", "bench", "--into", file.name, name]
        if subprocess.run(command, cwd=HERE.parent, stdout=sys.stderr, check=False).returncode != 0:
            return None
        return json.load(file)


def format_row(row: dict[str, object]) -> str:
    """`name | ours | baseline | ratio | unit`; what was not compared is a dash."""
    cells = (row[column] for column in COLUMNS)
    return " | ".join(
        "–" if cell is None else f"{cell:.4g}" if isinstance(cell, float) else str(cell) for cell in cells
    )


def main(arguments: list[str]) -> int:
    """0 when every benchmark ran; 1 when one failed; 2 for a name that is none."""
    if arguments[:1] == ["--into"]:
        Path(arguments[1]).write_text(json.dumps(run_one(arguments[2])), "utf-8")
        return 0
    names = arguments or benchmark_names()
    if unknown := set(names) - set(benchmark_names()):
        print(f"No benchmark {', '.join(sorted(unknown))}; there are: {', '.join(benchmark_names())}.", file=sys.stderr)
        return 2
    print(" | ".join(COLUMNS))
    rows, failed = [], []
    for name in names:
        found = run_apart(name)
        if found is None:
            failed.append(name)
            continue
        rows += found
        print(*map(format_row, found), sep="\n", flush=True)
    if not arguments:
        RESULTS.write_text(json.dumps(rows, ensure_ascii=False, indent=2) + "\n", "utf-8")
    if failed:
        print(f"Benchmarks that failed: {', '.join(failed)}.", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
