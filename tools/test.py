"""What `make test` runs: the checks, then every test on SQLite, then again on PostgreSQL where a server answers."""

import os
import subprocess
import sys
import time

from tools.browser import require_chromium
from tools.check import failed_checks
from tools.postgres import find_server

# The rest asks no database; the browser test starts a server of its own on SQLite.
WITH_DATABASE = ("tests/apps", "tests/web", "tests/journeys", "tests/ops")
PYTEST = (sys.executable, "-m", "pytest", "-n", "auto", "--maxprocesses", "4")


def _run(title: str, *arguments: str, **variables: str) -> tuple[bool, str]:
    """Run pytest; its output goes on as it comes, its closing line comes back. Without DATABASE_URL it runs on SQLite."""
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"} | variables
    print(f"== {title}", flush=True)
    closing = ""
    with subprocess.Popen(
        [*PYTEST, *arguments], env=environment, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        assert process.stdout
        for line in process.stdout:
            print(line, end="", flush=True)
            closing = line.strip() or closing
    return process.returncode == 0, closing


def main() -> int:
    """0 when everything passes, 1 otherwise; the last lines say what ran where."""
    started = time.monotonic()
    failed = failed_checks()
    chromium = str(require_chromium())
    passed, closing = _run("tests on SQLite", THIDUA_CHROMIUM=chromium)
    summary = ["checks:     " + (f"FAILED: {', '.join(failed)}" if failed else "pass"), f"SQLite:     {closing}"]
    url, why = find_server()
    if url:
        passed_there, closing = _run("tests with a database on PostgreSQL", *WITH_DATABASE, DATABASE_URL=url)
        passed = passed and passed_there
        summary.append(f"PostgreSQL: {closing}")
    else:
        summary.append(f"PostgreSQL: not run, {why}")
    good = passed and not failed
    minutes, seconds = divmod(round(time.monotonic() - started), 60)
    print("\n" + "\n".join(summary))
    print(f"{'All tests pass' if good else 'make test FAILED'} after {minutes} min {seconds} s.")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
