"""The published methods for piers, by the name that a pack gives."""

from apex_cli.packs.footing import Method
from apex_cli.solvers.footing import broms, ibc, ibc_layers
from apex_cli.solvers.footing.case import PierMethod

METHODS: dict[Method, PierMethod] = {
    "ibc-1807.3": ibc.METHOD,
    "broms-clay": broms.CLAY,
    "broms-sand": broms.SAND,
}

LAYERED: dict[Method, PierMethod] = {"ibc-1807.3": ibc_layers.METHOD}
"""Those that can read the ground in layers."""
