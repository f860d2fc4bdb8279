"""The entry: a pier of reinforced concrete under what reaches grade."""

from collections.abc import Sequence
from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.packs.concrete import ConcretePack, Readings
from apex_cli.project.support import PierSteel
from apex_cli.project.support_readings import SupportReadings
from apex_cli.solvers.support.equations import pier_bars, pier_shear
from apex_cli.solvers.support.foot import Reaction
from apex_cli.solvers.support.pier import bars, embedded, flexure, lengths, shear, tell
from apex_cli.solvers.support.pier.cage import Cage
from apex_cli.solvers.support.pier.concrete import Concrete, concrete_of
from apex_cli.solvers.support.pier.place import Place, Pole, cage_of
from apex_cli.solvers.support.pier.result import PierMoment, PierResult

NEGLIGIBLE_LBF = 1e-3
"""Below this a shear is a rounding residue."""


class Job(NamedTuple):
    """What is checked, by which readings, and where it is written."""

    pier: PierSteel
    place: Place
    pole: Pole | None
    reactions: Sequence[Reaction]
    readings: Readings
    pack: ConcretePack
    trace: Bare


def check_pier(
    pier: PierSteel,
    reactions: Sequence[Reaction],
    place: Place,
    pack: ConcretePack,
    trace: Bare,
    *,
    readings: SupportReadings | None = None,
    pole: Pole | None = None,
) -> PierResult:
    """The checks of a pier, of which what is not given is told as not checked.

    Args:
        pier: Concrete and bars, as the project gives them.
        reactions: Every combination at strength level (1.2D + 1.0W, 0.9D + 1.0W), one at least,
            whatever the method of the steel.
        place: The pier as the footing has it.
        pack: The edition of ACI 318.
        trace: Where steps, assumptions and checks go.
        readings: What the project takes where the standard leaves a choice.
        pole: The pole that is embedded in the pier, if it is.

    Raises:
        InvalidInput: There are no such bars, they do not fit, or a square has a corner without.
    """
    trace.cite(pack.citations)
    job = Job(pier, place, pole, reactions, _taken(readings, pack), pack, trace)
    result = PierResult(standard=pack.standard)
    concrete = concrete_of(pier, place.width, pack, trace)
    bars.hold_strength(concrete, pack, trace)
    ties = None
    if place.rectangular:
        result.not_checked.append(tell.RECTANGULAR)
    else:
        _torsion(job, concrete, result)
        demands = _demands(job, result)
        if pier.bars is not None:
            ties = _reinforced(job, concrete, demands, result)
        elif readings is not None and readings.plain_pier:
            _plain(job, concrete, demands, result)
        else:
            result.not_checked.append(tell.NO_BARS)
    if pole is not None:
        _embedded(job, pole, ties, result)
    tell.tell(taken=job.readings, place=place, pole=pole, pack=pack, trace=trace, result=result)
    return result


def _taken(asked: SupportReadings | None, pack: ConcretePack) -> Readings:
    """The readings of the project, and the pack's where it has none."""
    given = {
        name: value
        for name in Readings.declared
        if (value := getattr(asked, name, None)) is not None
    }
    return pack.default_readings.replace(**given)


def _demands(job: Job, result: PierResult) -> list[flexure.Demand]:
    """What each combination asks of the pier, without a word; none where nothing is asked."""
    ground, below = job.place.ground, 0.0
    if job.pole is not None:
        below = max(job.pole.depth - job.place.reveal, 0.0)
    if below >= ground.depth or ground.idle >= ground.depth:
        result.not_checked.append(tell.NO_GROUND)
        return []
    loaded = [one for one in job.reactions if one.shear > NEGLIGIBLE_LBF]
    if not loaded:
        result.not_checked.append(tell.NO_LOAD)
    asked, bare = flexure.Asked(ground, job.readings.pier_moment, below), Bare()
    return [flexure.demand(asked, one, bare) for one in loaded]


def _reinforced(
    job: Job, concrete: Concrete, demands: Sequence[flexure.Demand], result: PierResult
) -> shear.Ties | None:
    """A pier with bars; its ties."""
    pier, place, pack, trace = job.pier, job.place, job.pack, job.trace
    trace.subject = "pier"
    cage = cage_of(pier, place, concrete, pack, trace)
    ties = shear.ties_of(pier, cage, concrete, pack, trace)
    body = shear.body_of(cage, concrete, ties, pack, trace)
    result.steel_ratio = trace(pier_bars.steel_ratio, A_st=body.A_st, A_g=body.A_g)
    sheared = None
    if demands:
        worst, strength = flexure.hold_flexure(cage, demands, pack, trace)
        _note(worst, strength, result)
        sheared = shear.hold_shear(body, ties, demands, pack, trace, model=job.readings.shear_model)
        result.shear_lbf = sheared.shear
        result.shears = shear.readings(demands)
        result.least_steel = bars.hold_least(
            cage, body, worst, pack, trace, strength=strength,
            reading=job.readings.min_reinforcement,
        )  # fmt: skip
    if job.readings.min_reinforcement == "as_given":
        result.not_checked.append(tell.AS_GIVEN)
    trace.subject = "pier"
    spacing = bars.hold_detailing(cage, body, ties, pack, trace, sheared=sheared)
    if job.pole is not None:
        bars.hold_around(cage, job.pole, trace)
    result.development_in = lengths.development(cage, concrete, spacing, pack, trace)
    _developed(job, cage, result)
    result.schedule, result.rebar_lbf = lengths.schedule(
        cage, place, ties, pack, trace, top_ties=pier.top_ties
    )
    result.bar_length_ft = result.schedule[0].length_ft
    trace.subject = ""
    if ties is None:
        result.not_checked.append(tell.NO_TIES)
    return ties


def _developed(job: Job, cage: Cage, result: PierResult) -> None:
    """The bars beyond the section of the largest moment, where there is one."""
    l_d, M, strong = result.development_in, result.moment_kipft, result.flexural_strength_kipft
    if M is None or result.moment_depth_ft is None:
        return
    assert l_d is not None
    if strong:
        M_z = job.trace.known(M, "largest moment of the pier")
        l_d = job.trace(pier_bars.length_needed, l_d=l_d, M_z=M_z, phiM_n=strong)
    lengths.hold_developed(
        cage, job.place, job.pack, job.trace, at=result.moment_depth_ft, needed=l_d,
        above=job.pole is not None,
    )  # fmt: skip


def _plain(
    job: Job, concrete: Concrete, demands: Sequence[flexure.Demand], result: PierResult
) -> None:
    """A pier that is meant to have no bars."""
    result.not_checked.append(tell.PLAIN)
    if not demands:
        return
    shape, pack, trace = job.place.shape, job.pack, job.trace
    worst, strength = flexure.hold_plain(concrete, shape, demands, pack, trace)
    _note(worst, strength, result)
    model = job.readings.shear_model
    result.shear_lbf = shear.hold_plain_shear(concrete, shape, demands, pack, trace, model=model)
    result.shears = shear.readings(demands)
    result.steel_ratio = 0.0


def _note(worst: flexure.Demand, strength: float, result: PierResult) -> None:
    result.combination = worst.reaction.name
    result.moment_kipft = worst.action.moment
    result.moment_depth_ft = worst.action.depth
    result.flexural_strength_kipft = strength
    result.moments = [PierMoment(*one) for one in worst.readings]


def _torsion(job: Job, concrete: Concrete, result: PierResult) -> None:
    """The torsion in the concrete, and the friction that would hold it in the ground."""
    place, trace = job.place, job.trace
    T_u = shear.hold_torsion(concrete, place.shape, job.reactions, job.pack, trace)
    result.torsion_kipft = T_u
    down = place.ground.depth - place.ground.idle
    if T_u and down > 0:
        held = {"round": pier_shear.round_friction, "square": pier_shear.square_friction}
        d = trace.known(down, "depth of ground that resists")
        result.friction_psf = trace(held[place.shape], T_u=T_u, w_p=place.width, d=d)


def _embedded(job: Job, pole: Pole, ties: shear.Ties | None, result: PierResult) -> None:
    """The pole in the pier."""
    reading, pack, trace = job.readings.embedment, job.pack, job.trace
    bending = [one for one in job.reactions if one.shear > NEGLIGIBLE_LBF or one.moment]
    result.embedments = embedded.hold_bearing(
        pole, job.pier.fc_psi, bending, pack, trace, reading=reading
    )
    result.required_depth_ft = next(
        one.required_depth_ft for one in result.embedments if one.reading == reading
    )
    if ties is None:
        result.not_checked.append(tell.NO_TIES_ROUND_POLE)
    else:
        embedded.hold_ties(pole, ties, bending, pack, trace)
