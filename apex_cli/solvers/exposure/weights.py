"""Weights of cabinets and poles: the dead load and its moment at grade."""

from msgspec import Struct

from apex_cli.equations import Bare
from apex_cli.project.attachments import Attachment
from apex_cli.solvers import sums
from apex_cli.solvers.acting import Hung
from apex_cli.solvers.exposure.equations import loads
from apex_cli.solvers.exposure.equations.poles import exposed_length
from apex_cli.solvers.exposure.faces import Face
from apex_cli.solvers.exposure.supports import Support
from apex_cli.solvers.limits import SAME


class Weights(Struct, frozen=True):
    """The weights that the project gives.

    Args:
        cabinets: Each cabinet that has a weight, and the weight, lbf.
        poles: Weight of all poles, lbf; None when not known.
        complete: Whether cabinets and poles all have a weight.
        attached: The weights of the attachments.
        all_attached: Whether all attachments have one.
    """

    cabinets: list[tuple[Face, float]]
    poles: float | None
    complete: bool
    attached: tuple[Hung, ...] = ()
    all_attached: bool = True

    @property
    def hung(self) -> list[Hung]:
        """All that hangs on the poles, with its place."""
        cabinets = [Hung(weight, face.bottom, face.top, face.x) for face, weight in self.cabinets]
        return [*cabinets, *self.attached]


class Dead(Struct, frozen=True):
    """Dead load at grade (lbf) and its moment in the plane of the sign (kip-ft)."""

    load: float
    moment: float


def weights_of(
    cabinets: list[Face], support: Support | None, attachments: list[Attachment], trace: Bare
) -> Weights:
    """The weights that the project gives."""
    found = []
    for face in cabinets:
        weight = face.element.weight_psf
        if weight is not None:
            trace.subject = face.name
            found.append((face, trace(loads.cabinet_weight, w=weight, A=face.area)))
    poles = None if support is None else _of_poles(support, trace)
    stages = () if support is None else support.stages
    known = all(stage.weight is not None for stage in stages)
    attached = [
        Hung(one.weight_lbf, one.height_ft, one.height_ft, one.offset_ft)
        for one in attachments
        if one.weight_lbf is not None
    ]
    complete = len(found) == len(cabinets) and known
    everyone = len(attached) == len(attachments)
    return Weights(found, poles, complete, tuple(attached), everyone)


def _of_poles(support: Support, trace: Bare) -> float | None:
    """Weight of all poles, of each stage from its lower to its upper end; None if none is known."""
    trace.subject = "poles"
    items = []
    for stage in support.stages:
        if stage.weight is not None:
            run = stage.top
            if stage.bottom:
                run = trace(exposed_length, z_1=stage.bottom, z_2=stage.top)
            items.append(trace(loads.pole_weight, N=support.number, w=stage.weight, H=run))
    trace.subject = ""
    if len(items) > 1:
        return sums.summed(trace, sums.POLE_WEIGHT, items)
    return items[0] if items else None


def dead_load(weights: Weights, trace: Bare) -> Dead:
    """The sum of the weights; what has no weight counts as nothing, and that is told."""
    if not weights.complete:
        trace.warn(
            "dead.weight_missing",
            "notice",
            "Not every cabinet and pole has a weight: what has none counts as weightless in the "
            "dead load.",
        )
    every = weights.hung
    items = [one.weight for one in every]
    if weights.poles is not None:
        items.append(weights.poles)
    if not items:
        return Dead(0.0, 0.0)
    load = sums.summed(trace, sums.DEAD, items)
    hung = [(one.weight, one.offset) for one in every if one.offset != 0]
    if not hung:
        return Dead(load, 0.0)
    moment = sums.summed(trace, sums.DEAD_MOMENT, *map(list, zip(*hung, strict=True)))
    gross = sum(weight * abs(offset) for weight, offset in hung) / 1000
    return Dead(load, moment if abs(moment) > SAME * gross else 0.0)
