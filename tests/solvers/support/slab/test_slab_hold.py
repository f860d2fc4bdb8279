"""Which load and direction ask for most."""

from typing import Any

import pytest

from apex_cli.equations import Bare
from apex_cli.solvers.support.slab.hold import Job, worst

NOTHING: Any = None


@pytest.mark.parametrize(("across", "axis"), [(1.0, 1), (0.0, 0), (-1.0, 0)])
def test_what_has_no_strength_is_asked_for_most_unless_nothing_is_asked(
    across: float, axis: int
) -> None:
    job = Job(NOTHING, NOTHING, (10.0, 10.0), [NOTHING], Bare())
    found = worst(job, lambda _, i, __: (3.0, across)[i], lambda i, _: (5.0, 0.0)[i])
    assert found.axis == axis
