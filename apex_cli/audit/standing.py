"""A project as it stands, made ready for all of its calculations, with the price or without."""

import copy
from typing import Any

from apex_cli.audit.locked import asked
from apex_cli.envelope.build import Packs
from apex_cli.equations import Bare
from apex_cli.errors import InvalidInput
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.edit import Assignment, apply
from apex_cli.project.part import pick
from apex_cli.run.chain import solve
from apex_cli.run.prepare import Prepared, prepare
from apex_cli.run.table import CALCULATIONS
from apex_cli.units.fields import in_units
from apex_cli.vocabulary import PARTS, JsonObject, Part, without_nulls


class Standing:
    """A project and its packs; the price checks nothing and is left out unless it is asked for.

    Args:
        document: The project as it was read, overrides applied.
        catalogue: The packs that can be seen.
        priced: Whether the price is among the calculations.
        today: The day on which a price book must be valid.

    Attributes:
        parts: The calculations.
        document: The project, quantities as numbers.
        prepared: It made ready.
    """

    def __init__(
        self,
        document: JsonObject,
        catalogue: Catalogue,
        *,
        priced: bool = False,
        today: str | None = None,
    ) -> None:
        self._catalogue, self._today = catalogue, today
        self.parts: tuple[Part, ...] = tuple(
            part for part in asked(document) if priced or part != "pricing"
        )
        self.document = in_units(without_nulls(dict(document)))
        self.prepared = self._ready(self.document)

    def _ready(self, document: dict[str, Any]) -> Prepared:
        ready = [prepare(part, document, self._catalogue, self._today) for part in self.parts]
        if not ready:
            raise nothing()
        packs: Packs = {kind: pack for one in ready for kind, pack in one.packs.items()}
        order = tuple(part for part in PARTS if any(part in one.order for one in ready))
        project = ready[0].project
        reads = [
            where for part in order for where in CALCULATIONS[part].reads(project, packs[part][0])
        ]
        return Prepared(project, pick(document, reads), dict(packs), order)

    def hold(self) -> list[dict[str, Any]]:
        """Give the project the sizes that its answer builds, and tell them."""
        if "footing" not in self.prepared.order:
            return []
        built = solve(self.prepared, Bare())["footing"]
        footing = self.document["footing"]
        sizes = {"width_ft": built.width_ft, "depth_ft": built.depth_ft}
        if built.shape == "rectangle" and "aspect_ratio" in footing:
            sizes["length_ft"] = built.length_ft
        held = {name: float(size) for name, size in sizes.items() if name not in footing}
        if held:
            changes = [Assignment(("footing", name), size) for name, size in held.items()]
            self.document = apply(copy.deepcopy(self.document), changes)
            self.prepared = self._ready(self.document)
        return [{"path": f"footing.{name}", "value": size} for name, size in held.items()]

    def moved(self, parts: tuple[str, ...], value: Any) -> Prepared:
        """It made ready with another value at a place.

        Raises:
            ApexError: It is refused.
        """
        changed = apply(copy.deepcopy(self.document), [Assignment(parts, value)])
        return self._ready(changed)


def nothing() -> InvalidInput:
    """The error of a project in which nothing is checked."""
    return InvalidInput(
        "the project asks for no calculation that checks anything: no check can flip",
        code="limits.nothing",
        hint="name a footing or support pack, and give the blocks that its calculation reads",
    )
