"""What the benchmarks share: CPU time, medians, and a database of their own.

CPU time counts this process and its threads alone, so other work on the machine disturbs it little.
"""

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


def cpu_seconds(work: Callable[[], object], repeat: int = 5, warm_up: int = 1) -> float:
    """Median CPU seconds of one call of `work`, after `warm_up` calls that are not counted."""
    for _ in range(warm_up):
        work()
    return statistics.median(_once(work) for _ in range(repeat))


def _once(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def count_queries(work: Callable[[], object]) -> int:
    """How many queries one call of `work` sends to the database (Django's own log stops at 9,000)."""
    from django.db import connection

    count = 0

    def note(execute, sql, params, many, context):
        nonlocal count
        count += 1
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        work()
    return count


def row(name: str, ours: float, baseline: float | None = None, unit: str = "s CPU") -> dict[str, object]:
    """One line of the table. `ratio` is baseline / ours: above 1 ours is better; both are None where nothing is compared."""
    ratio = round(baseline / ours, 2) if baseline is not None and ours else None
    return {"name": name, "ours": ours, "baseline": baseline, "ratio": ratio, "unit": unit}


def use_temporary_home(folder: Path) -> None:
    """Point Django's settings at an SQLite database and files in `folder`; before anything imports the settings."""
    os.environ.update(
        DATABASE_URL=f"sqlite:///{folder / 'bench.sqlite3'}",
        DJANGO_SETTINGS_MODULE="thidua.config.settings",
        THIDUA_VAR=str(folder),
        THIDUA_DEBUG="0",
    )


@contextmanager
def temporary_database() -> Iterator[Path]:
    """A migrated, empty database in a folder that goes away afterwards; yields the folder. Once per process."""
    with tempfile.TemporaryDirectory(prefix="thidua-bench-") as name:
        use_temporary_home(Path(name))
        import django
        from django.core.management import call_command
        from django.db import connections

        django.setup()
        call_command("migrate", verbosity=0)
        try:
            yield Path(name)
        finally:
            connections.close_all()


def load_sample(**options: object) -> None:
    """Empty the database and fill it with the sample province; options as of the command `thidua load_sample`."""
    from django.core.management import call_command

    call_command("flush", interactive=False, verbosity=0)
    call_command("load_sample", verbosity=0, **options)
