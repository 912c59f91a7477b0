"""The benchmarks' lines are an interface: `name | ours | baseline | ratio | unit`."""

import pytest

from bench.__main__ import benchmark_names, format_row, main
from bench.support import count_queries, cpu_seconds, row


def test_a_row_compares_baseline_to_ours():
    assert row("reading", 0.5, 2.0) == {"name": "reading", "ours": 0.5, "baseline": 2.0, "ratio": 4.0, "unit": "s CPU"}


def test_a_row_without_baseline_has_no_ratio():
    assert row("queries", 12, unit="queries")["ratio"] is None


@pytest.mark.parametrize(
    ("made", "line"),
    [
        (row("reading", 0.51234, 2.0), "reading | 0.5123 | 2 | 3.9 | s CPU"),
        (row("queries", 12, unit="queries"), "queries | 12 | – | – | queries"),
        (row("nothing", 0, 3), "nothing | 0 | 3 | – | s CPU"),
    ],
)
def test_a_row_is_printed_as_one_line(made, line):
    assert format_row(made) == line


def test_every_benchmark_can_be_imported_and_run():
    names = benchmark_names()
    assert names
    assert [name for name in names if not callable(__import__(f"bench.{name}", fromlist=["run"]).run)] == []


def test_an_unknown_name_is_refused_before_anything_runs(capsys):
    assert main(["speed-of-light"]) == 2
    assert "speed-of-light" in capsys.readouterr().err


def test_cpu_time_counts_work():
    assert cpu_seconds(lambda: sum(range(200_000)), repeat=3) > 0


@pytest.mark.django_db
def test_queries_are_counted():
    from thidua.orgs.models import Unit

    assert count_queries(lambda: [Unit.objects.count(), Unit.objects.first()]) == 2
