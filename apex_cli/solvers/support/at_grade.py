"""The foot of the poles and what they stand in: base plate, rods, pier, embedment."""

from collections.abc import Callable, Sequence
from functools import partial
from math import hypot
from typing import Any, NamedTuple, Self, TypeVar

from apex_cli.equations import Bare
from apex_cli.packs.concrete import ConcretePack
from apex_cli.packs.support import SupportPack
from apex_cli.project.support import Support
from apex_cli.solvers.buried import Broms, Buried, Laid
from apex_cli.solvers.support import at_grade_tell as tell
from apex_cli.solvers.support.equations.pier_bars import concrete_depth, width_in_inches
from apex_cli.solvers.support.governing import Governing
from apex_cli.solvers.support.pieces import Piece
from apex_cli.solvers.support.pier.ground import Clay, Ground, Sand
from apex_cli.solvers.support.pier.place import Place, Pole
from apex_cli.solvers.support.pier.result import PierResult
from apex_cli.solvers.support.plate.job import Below, Foot, entered, taken
from apex_cli.solvers.support.plate.result import BaseResult
from apex_cli.solvers.support.reactions import Reached, worst
from apex_cli.solvers.support.result import EmbeddedRow
from apex_cli.solvers.support.slab.result import SlabResult
from apex_cli.solvers.support.slab_place import loadings_of, place_of

R = TypeVar("R")


class Founded(NamedTuple):
    """What the support stands on.

    Args:
        buried: The pier, as the footing calculation has it; None where there is none.
        spread: Whether the footing is spread.
        concrete: The edition of ACI 318; None where none is read.
        laid: The slab of the footing; None where there is none, or it is a strip.
    """

    buried: Buried | None = None
    spread: bool = False
    concrete: ConcretePack | None = None
    laid: Laid | None = None

    @classmethod
    def on(cls, footing: Any, concrete: ConcretePack | None) -> Self:
        """What the footing calculation found, if it was asked."""
        spread = footing is not None and footing.type == "spread"
        return cls(
            getattr(footing, "buried", None), spread, concrete, getattr(footing, "laid", None)
        )


class Job(NamedTuple):
    """What is held at grade: the project's blocks, the lowest piece of the poles, the standards."""

    support: Support
    founded: Founded
    piece: Piece
    pack: SupportPack

    @classmethod
    def of(cls, found: Governing, founded: Founded) -> Self:
        """What is held under poles that were solved."""
        site = found.site
        return cls(site.support, founded, found.outcome.pieces[0], site.pack)


class AtGrade(NamedTuple):
    """What was found at and below grade; None is what was not checked.

    Of several poles each is for the one that asks for most of it.
    """

    pier: PierResult | None = None
    base: BaseResult | None = None
    embedded: EmbeddedRow | None = None
    slab: SlabResult | None = None


def asked(support: Support) -> bool:
    """Whether anything at grade is to be checked."""
    return any(one is not None for one in (support.base, support.pier, support.slab))


def hold_at_grade(job: Job, poles: Sequence[Reached], names: Sequence[str], trace: Bare) -> AtGrade:
    """The checks of base, pier and slab, each under the pole that asks for most of it.

    Args:
        job: What is held.
        poles: What reaches the foot of each pole.
        names: What the poles are called; nothing for a single one.
        trace: Where steps, assumptions and checks go.

    Raises:
        InvalidInput: Base, pier or slab and pole do not go together.
    """
    support, buried = job.support, job.founded.buried
    tell.require(support, buried)
    if support.base is not None and job.founded.laid is not None:
        tell.require_within(support.base, job.founded.laid)
    pier, base, slab = None, None, None
    if support.pier is not None and buried is not None:
        n = worst(poles, partial(_pier, job))
        tell.tell_pole("pier", names[n], trace)
        pier = _pier(job, poles[n], trace)
    if support.base is not None and support.base.type == "plate":
        hold = partial(_base, job, development=None if pier is None else pier.development_in)
        n = worst(poles, hold)
        tell.tell_pole("base", names[n], trace)
        base = hold(poles[n], trace)
    if support.slab is not None and job.founded.laid is not None:
        n = worst(poles, partial(_slab, job))
        tell.tell_pole("slab", names[n], trace)
        slab = _slab(job, poles[n], trace)
    trace.subject = ""
    tell.tell(support, on=buried, spread=job.founded.spread, trace=trace)
    return AtGrade(pier, base, _embedded(job, pier), slab)


def _embedded(job: Job, pier: PierResult | None) -> EmbeddedRow | None:
    """The embedment, where it was checked."""
    base, buried = job.support.base, job.founded.buried
    if pier is None or pier.required_depth_ft is None:
        return None
    assert base is not None
    assert buried is not None
    depth = tell.embedded_depth(base, buried)
    assert depth is not None
    return EmbeddedRow(pier.required_depth_ft, depth, pier.embedments)


def _pier(job: Job, reached: Reached, trace: Bare) -> PierResult:
    from apex_cli.solvers.support.pier.check import check_pier  # noqa: PLC0415 - loaded when it is asked for

    support, (buried, _, concrete, _) = job.support, job.founded
    assert support.pier is not None
    assert buried is not None
    assert concrete is not None
    return check_pier(
        support.pier, entered(reached.strength, trace), pier_place(buried), concrete, trace,
        readings=support.readings, pole=_pole(job, buried),
    )  # fmt: skip


def _slab(job: Job, reached: Reached, trace: Bare) -> SlabResult:
    from apex_cli.solvers.support.slab.check import check_slab  # noqa: PLC0415 - loaded when it is asked for

    support, founded = job.support, job.founded
    assert support.slab is not None
    assert founded.laid is not None
    assert founded.concrete is not None
    place = place_of(founded.laid, job.piece.stage, support.base)
    return check_slab(
        support.slab, loadings_of(reached.directed, trace), place, founded.concrete, trace,
        readings=support.readings,
    )  # fmt: skip


def pier_place(buried: Buried) -> Place:
    """The pier as its check has it."""
    ground = Ground(
        buried.depth, buried.bearing, buried.lateral, buried.level,
        None if buried.broms is None else BROMS[buried.broms](buried), buried.idle, buried.held,
    )  # fmt: skip
    length = None if buried.shape == "round" else buried.length
    return Place(buried.shape, buried.width, ground, length, buried.reveal)


def _clay(buried: Buried) -> Clay:
    assert buried.strength is not None
    return Clay(buried.strength)


def _sand(buried: Buried) -> Sand:
    assert buried.weight is not None
    assert buried.angle is not None
    return Sand(buried.weight, buried.angle)


BROMS: dict[Broms, Callable[[Buried], Clay | Sand]] = {"clay": _clay, "sand": _sand}
"""What Broms' method reads, by the ground."""


def _pole(job: Job, buried: Buried) -> Pole | None:
    """The pole in the pier: of a rectangle its narrower side bears."""
    base, stage = job.support.base, job.piece.stage
    if base is None or base.type == "plate":
        return None
    depth = tell.embedded_depth(base, buried)
    if depth is None:
        return None
    across = stage.width if stage.shape == "round" else hypot(stage.width, stage.depth)
    return Pole(depth, min(stage.width, stage.depth), across)


def _base(job: Job, reached: Reached, trace: Bare, *, development: float | None) -> BaseResult:
    from apex_cli.solvers.support.plate.check import check_base  # noqa: PLC0415 - loaded when it is asked for

    if job.support.base is not None and job.founded.laid is not None:
        tell.require_within(job.support.base, job.founded.laid)
    return check_base(foot_of(job, development, trace), reached.steel, reached.strength, trace)


def foot_of(job: Job, development: float | None, trace: Bare) -> Foot:
    """The foot of a pole as the check of a base sees it."""
    support, founded, piece = job.support, job.founded, job.piece
    assert support.base is not None
    return Foot(
        support.base, piece.tube, piece.steel, _below(job, development, trace),
        support.method, job.pack, founded.concrete, taken(support.readings),
    )  # fmt: skip


def _below(job: Job, development: float | None, trace: Bare) -> Below | None:
    """The pier as the rods see it; a rectangle is none that they can be held in."""
    buried = job.founded.buried
    if buried is None or buried.length != buried.width:
        return None
    trace.subject = "base"
    width = trace(width_in_inches, w_p=buried.width)
    length = trace.known(buried.depth + buried.reveal, "depth of the pier and what stands out")
    depth = trace(concrete_depth, L_k=length)
    return Below(buried.shape, width, depth, job.support.pier, development)


HOLD: dict[str, Callable[[Job, Reached, Bare, float | None], Any]] = {
    "base": lambda job, reached, trace, development: _base(
        job, reached, trace, development=development
    ),
    "pier": lambda job, reached, trace, _: _pier(job, reached, trace),
    "slab": lambda job, reached, trace, _: _slab(job, reached, trace),
}
"""How each piece of the foot is held under one pole."""
