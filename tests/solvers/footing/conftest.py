"""Foundations solved from a few words, with the bundled packs."""

from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from apex_cli.equations import Bare, Trace
from apex_cli.packs.catalogue import Catalogue
from apex_cli.packs.footing import FootingPack
from apex_cli.project.model import Inputs
from apex_cli.project.view import located
from apex_cli.solvers.demand import Demand
from apex_cli.solvers.footing.inputs import FootingInputs
from apex_cli.solvers.footing.solve import loads_demand, solve


class Answer(NamedTuple):
    result: Any
    trace: Trace

    @property
    def codes(self) -> dict[str, str]:
        return {caution.code: caution.severity for caution in self.trace.cautions}

    @property
    def checks(self) -> dict[str, bool]:
        return {check.id: check.passed for check in self.trace.checks}

    def says(self, words: str) -> bool:
        return any(words in sentence for sentence in self.trace.assumptions)


Ask = Callable[..., Answer]
PackOf = Callable[[str], FootingPack]

LOADS = {"lateral_lbf": 1000, "height_ft": 15, "level": "asd"}
PIER = {"type": "pier", "width_ft": 2}
SPREAD = {"type": "spread", "thickness_ft": 2}


@pytest.fixture(scope="session")
def pack_of() -> PackOf:
    catalogue = Catalogue()

    def load(ref: str) -> FootingPack:
        pack, _ = catalogue.load("footing", ref)
        assert isinstance(pack, FootingPack)
        return pack

    return load


@pytest.fixture(scope="session")
def ask(pack_of: PackOf) -> Ask:
    def answer(
        footing: dict[str, Any] | None = None,
        loads: dict[str, Any] | None = None,
        soil: dict[str, Any] | None = None,
        *,
        ref: str = "ibc-2021_v1",
        pack: FootingPack | None = None,
        frost: float | None = None,
        demands: list[Demand] | None = None,
    ) -> Answer:
        document: dict[str, Any] = {
            "footing": {**PIER, **(footing or {})}
            if (footing or {}).get("type") != "spread"
            else {**SPREAD, **(footing or {})},
            "soil": {"class": 4} if soil is None else soil,
        }
        if demands is None:
            document["loads"] = {**LOADS, **(loads or {})}
        if frost is not None:
            document["site"] = {"frost_depth_in": frost}
        clean = {
            block: {key: value for key, value in content.items() if value is not None}
            for block, content in document.items()
        }
        project = Inputs.read(clean)
        rules = pack or pack_of(ref)
        trace = Trace()
        inputs = FootingInputs.of(located(project))
        given = loads_demand(inputs.loads, rules, trace) if inputs.loads else demands or []
        result = solve(inputs, rules, given, trace)
        inputs, bare = FootingInputs.of(project), Bare()
        again = loads_demand(inputs.loads, rules, bare) if inputs.loads else demands or []
        assert solve(inputs, rules, again, bare) == result, "bare and traced answers differ"
        return Answer(result, trace)

    return answer
