"""The checks that need no test: style, layers, types, migrations. `make check` runs all of them before it fails."""

import subprocess
import sys
from pathlib import Path

BIN = Path(sys.executable).parent
CHECKS = {
    "ruff check": ("ruff", "check", "--quiet", "."),
    "ruff format": ("ruff", "format", "--quiet", "--check", "."),
    "import-linter": ("lint-imports",),
    "mypy": ("mypy",),
    "migrations": ("thidua", "makemigrations", "--check", "--dry-run"),
}


def failed_checks() -> list[str]:
    """Names of the checks that fail; their own output says what is wrong."""
    failed = []
    for name, (program, *arguments) in CHECKS.items():
        print(f"== {name}", flush=True)
        if subprocess.run([BIN / program, *arguments], check=False).returncode != 0:
            failed.append(name)
    return failed


if __name__ == "__main__":
    if failed := failed_checks():
        sys.exit(f"Checks that failed: {', '.join(failed)}.")
    print("All checks pass.")
