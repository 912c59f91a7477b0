"""The sample province in its usual size: wall seconds of `thidua load_sample` on an empty database, as a person waits for it."""

import time

from bench.support import load_sample, row


def run() -> list[dict[str, object]]:
    """Return the wall and CPU seconds of one load; there is nothing to compare it with."""
    wall, cpu = time.perf_counter(), time.process_time()
    load_sample()
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    name = "sample province: 40 schools, 8 communes, 1,200 people, 3 years"
    return [row(name, wall, unit="s wall"), row(f"{name}, CPU", cpu)]
