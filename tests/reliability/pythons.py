"""The supported Pythons, as a run whose counts are kept (`tests.release.pythons`)."""

import sys

from tests.release.pythons import VERSIONS, each


def pythons(many: int) -> dict[str, int]:
    """The steps that passed on each of so many Pythons, the oldest first."""
    counts, failed, absent = {}, 0, 0
    for version, result in each(VERSIONS[:many]):
        if result is None:
            absent += 1
            continue
        counts[f"steps on {version}"] = result.passed
        failed += bool(result.failed)
        sys.stderr.write(f"Python {version}: {result}\n")
    if not counts:
        raise SystemExit("no supported Python is here: nothing was tried")
    return counts | {"failed": failed, "not_here": absent}
