"""What the tests of European foundations begin with: US customary units in SI, and a project."""

from collections.abc import Mapping
from typing import Any

from apex_cli.project.model import Inputs
from apex_cli.project.view import located
from apex_cli.solvers.footing.eurocode.solve import FootingInputs

M = 1 / 0.3048
KN = 1000 / 4.4482216152605
SITE = {"frost_depth_in": 0.0}


def inputs_over(base: Mapping[str, Any], blocks: Mapping[str, Any]) -> FootingInputs:
    """The inputs of a project with blocks laid over it; what is None there is taken out."""
    merged = {key: {**base.get(key, {}), **part} for key, part in blocks.items()}
    clean = {
        key: {name: item for name, item in part.items() if item is not None}
        for key, part in {**base, **merged}.items()
    }
    return FootingInputs.of(located(Inputs.read(clean)))
