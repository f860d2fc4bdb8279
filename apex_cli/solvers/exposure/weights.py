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
        stages: Weight of each stage of all poles that has one, with its place.
        complete: Whether cabinets and poles all have a weight.
        attached: The weights of the attachments.
        all_attached: Whether all attachments have one.
        iced: The ice, in its places.
    """

    cabinets: list[tuple[Face, float]]
    poles: float | None
    stages: tuple[Hung, ...]
    complete: bool
    attached: tuple[Hung, ...] = ()
    all_attached: bool = True
    iced: tuple[Hung, ...] = ()

    @property
    def hung(self) -> list[Hung]:
        """All that hangs on the poles, with its place."""
        cabinets = [Hung(weight, face.bottom, face.top, face.x) for face, weight in self.cabinets]
        return [*cabinets, *self.attached]


class Dead(Struct, frozen=True):
    """Dead load at grade (lbf) and its moment in the plane of the sign (kip-ft), ice included.

    `dry` is the load without ice, where there is some: ice is not there when it would help.
    """

    load: float
    moment: float
    dry: float | None = None

    def counted(self, factor: float) -> float:
        """The load in a combination that takes so much of it: less than all of it has no ice."""
        return self.load if self.dry is None or factor >= 1 else self.dry


def weights_of(
    cabinets: list[Face],
    support: Support | None,
    attachments: list[Attachment],
    iced: tuple[Hung, ...],
    trace: Bare,
) -> Weights:
    """The weights that the project gives."""
    found = []
    for face in cabinets:
        weight = face.element.weight_psf
        if weight is not None:
            trace.subject = face.name
            found.append((face, trace(loads.cabinet_weight, w=weight, A=face.area)))
    standing = () if support is None else _of_stages(support, trace)
    poles = _together(standing, trace)
    stages = () if support is None else support.stages
    known = all(stage.weight is not None for stage in stages)
    attached = [
        Hung(one.weight_lbf, one.height_ft, one.height_ft, one.offset_ft)
        for one in attachments
        if one.weight_lbf is not None
    ]
    complete = len(found) == len(cabinets) and known
    everyone = len(attached) == len(attachments)
    return Weights(found, poles, standing, complete, tuple(attached), everyone, iced)


def _of_stages(support: Support, trace: Bare) -> tuple[Hung, ...]:
    """Weight of each stage of all poles, from its lower to its upper end, where it is known."""
    trace.subject = "poles"
    items = []
    for stage in support.stages:
        if stage.weight is not None:
            run = stage.top
            if stage.bottom:
                run = trace(exposed_length, z_1=stage.bottom, z_2=stage.top)
            weight = trace(loads.pole_weight, N=support.number, w=stage.weight, H=run)
            items.append(Hung(weight, stage.bottom, stage.top, 0.0))
    trace.subject = ""
    return tuple(items)


def _together(stages: tuple[Hung, ...], trace: Bare) -> float | None:
    """Weight of all poles; None if none is known."""
    if len(stages) > 1:
        return sums.summed(trace, sums.POLE_WEIGHT, [one.weight for one in stages])
    return stages[0].weight if stages else None


def dead_load(weights: Weights, trace: Bare) -> Dead:
    """The sum of the weights; what has no weight counts as nothing, and that is told."""
    if not weights.complete:
        trace.warn(
            "dead.weight_missing",
            "notice",
            "Not every cabinet and pole has a weight: what has none counts as weightless in the "
            "dead load.",
        )
    items = [one.weight for one in weights.hung]
    if weights.poles is not None:
        items.append(weights.poles)
    load = sums.summed(trace, sums.DEAD, items) if items else 0.0
    dry = Dead(load, _moment(weights.hung, trace))
    if not weights.iced:
        return dry
    ice = sums.summed(trace, sums.ICE, [one.weight for one in weights.iced])
    wet = _moment([*weights.hung, *weights.iced], trace)
    moment = wet if abs(wet) > abs(dry.moment) else dry.moment
    return Dead(trace(loads.with_ice, D=load, D_i=ice), moment, load)


def _moment(every: list[Hung], trace: Bare) -> float:
    """Moment of weights about the support's axis, kip-ft; dust is none."""
    hung = [(one.weight, one.offset) for one in every if one.offset != 0]
    if not hung:
        return 0.0
    moment = sums.summed(trace, sums.DEAD_MOMENT, *map(list, zip(*hung, strict=True)))
    gross = sum(weight * abs(offset) for weight, offset in hung) / 1000
    return moment if abs(moment) > SAME * gross else 0.0
