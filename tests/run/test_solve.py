"""What the solving of a project makes of numbers beyond measure."""

import json
from pathlib import Path
from typing import Any

import pytest

from apex_cli.equations import Bare
from apex_cli.errors import NoAnswer
from apex_cli.packs.catalogue import Catalogue, bundled_dir
from apex_cli.packs.loader import load
from apex_cli.run.chain import solve
from apex_cli.run.prepare import Prepared, prepare

EXAMPLE = Path(__file__).parents[2] / "examples" / "pole-sign-embedded.json"


@pytest.mark.parametrize(
    ("kind", "said", "changed"),
    [
        ("exposure", r"the equations ask for [^ ]{1,12} ft", ("value: 0.00256", "value: 9.0e+29")),
        ("support", "the pole buckles under its own load", ("value: 29000", "value: 1.0e-29")),
    ],
)
def test_a_constant_beyond_measure_leaves_no_answer(
    kind: Any, said: str, changed: tuple[str, str]
) -> None:
    """It ended as a fault of the program: OverflowError, exit code 70."""
    found = prepare("support", json.loads(EXAMPLE.read_bytes()), Catalogue())
    ref = found.packs[kind][0].ref
    text = (bundled_dir() / f"{kind}_{ref}.yaml").read_text("utf-8")
    assert changed[0] in text
    pack = load(text.replace(*changed).encode(), "a pack", kind, ref)
    packs = {**found.packs, kind: (pack, "")}
    spoilt = Prepared(found.project, found.inputs, packs, found.order)
    with pytest.raises(NoAnswer, match=said) as told:
        solve(spoilt, Bare())
    assert told.value.exit_code == 6
