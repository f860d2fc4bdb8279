"""What is answered beside the wind of ASCE 7 alone is refused by name beside any other wind."""

import json
from math import inf
from pathlib import Path
from typing import Any

import pytest

from apex_cli.errors import NoAnswer
from apex_cli.packs.catalogue import Catalogue
from apex_cli.run.chain import run
from apex_cli.solvers.footing.pier import _reachable

EXAMPLES = Path(__file__).parents[3] / "examples"
LAMP = [{"name": "lamp", "epa_ft2": 2, "height_ft": 20, "weight_lbf": 40}]


def refused(example: str, where: str, **changed: Any) -> None:
    document = json.loads((EXAMPLES / f"{example}.json").read_bytes())
    for block, values in changed.items():
        document[block] = {**document[block], **values}
    with pytest.raises(NoAnswer) as told:
        run("exposure", document, Catalogue())
    assert told.value.problem_code == "sign.only_on_the_ground"
    assert [fault.pointer for fault in told.value.faults] == [where]


@pytest.mark.parametrize("example", ["pole-sign", "en-roadside-sign"])
def test_attachments_and_bare_poles(example: str) -> None:
    wind: dict[str, Any] = {}
    if example == "pole-sign":
        pressure = {"pressure_psf": 30, "level": "asd", "source": "a city"}
        wind = {"site": {"wind_speed_mph": None, "given_pressure": pressure}}
    refused(example, "/sign/attachments", sign={"attachments": LAMP}, **wind)
    poles = {"count": 1, "shape": "round", "width_in": 10, "top_ft": 20}
    refused(example, "/sign/elements", sign={"elements": [], "poles": poles}, **wind)


def test_a_depth_that_no_double_holds_is_no_answer() -> None:
    pack: Any = Catalogue().load("footing", "ibc-2021_v1")[0]
    with pytest.raises(NoAnswer, match="beyond what a computer holds"):
        _reachable(inf, pack)
