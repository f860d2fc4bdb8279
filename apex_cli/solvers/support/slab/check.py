"""The entry: the slab of a spread footing under what reaches grade."""

from collections.abc import Sequence

from apex_cli.equations import Bare
from apex_cli.packs.concrete import ConcretePack
from apex_cli.project.support import SlabSteel
from apex_cli.project.support_readings import SupportReadings
from apex_cli.solvers.support.equations import slab_strength
from apex_cli.solvers.support.slab import bars, dowels, strength, tell
from apex_cli.solvers.support.slab.body import (
    Body,
    Mat,
    Run,
    body_of,
    mat_of,
    require,
    run_of,
    schedule,
)
from apex_cli.solvers.support.slab.hold import (
    Asked,
    Capacity,
    Demand,
    Held,
    Job,
    hold_standing,
    hold_worst,
    worst,
)
from apex_cli.solvers.support.slab.place import Loading, Place, critical_widths
from apex_cli.solvers.support.slab.press import (
    Section,
    Stand,
    cantilever,
    loads,
    moment,
    pressure,
    punch,
    punching,
    shear,
    stand,
)
from apex_cli.solvers.support.slab.result import SlabResult

DUST_KIPFT = 1e-6
"""Below this a moment is a rounding residue."""


def check_slab(
    slab: SlabSteel,
    loadings: Sequence[Loading],
    place: Place,
    pack: ConcretePack,
    trace: Bare,
    *,
    readings: SupportReadings | None = None,
) -> SlabResult:
    """The checks of a slab, of which what is not given is told as not checked.

    Args:
        slab: Concrete and bars, as the project gives them.
        loadings: Every combination at strength level (1.2D + 1.0W, 0.9D + 1.0W), one at least,
            whatever the method of the steel.
        place: The slab as the footing has it.
        pack: The edition of ACI 318.
        trace: Where steps, assumptions and checks go.
        readings: What the project takes where the standard leaves a choice.

    Raises:
        InvalidInput: There are no such bars, or they do not fit.
    """
    trace.cite(pack.citations)
    result = SlabResult(standard=pack.standard)
    require(slab, place, pack)
    trace.subject = "slab"
    body = body_of(slab, place, pack, trace)
    if place.round:
        result.not_checked.append(tell.ROUND)
    else:
        plain = readings is not None and bool(readings.plain_slab)
        _rectangle(slab, loadings, body, place, trace, result=result, plain=plain)
    dowels.check(slab, loadings, body, place, trace, result=result)
    trace.subject = ""
    return result


def _rectangle(
    slab: SlabSteel, loadings: Sequence[Loading], body: Body, place: Place, trace: Bare,
    *, result: SlabResult, plain: bool,
) -> None:  # fmt: skip
    """The checks of a rectangular slab, as far as it stands."""
    pack = body.pack
    every = [stand(place, load, Bare()) for load in loads(place, tuple(loadings))]
    stands = hold_standing(place, every, trace, clause=pack.citations.cited("13.2.6"))
    if len(stands) < len(every):
        result.not_checked.append(tell.TIPS)
    job = Job(place, body, critical_widths(place.column, trace), stands, trace)
    _check(slab, job, result, plain=plain)


def _check(slab: SlabSteel, job: Job, result: SlabResult, *, plain: bool) -> None:
    """The checks of a rectangular slab."""
    bottom, top = (mat_of(slab, name, job.body, job.trace) for name in ("bottom", "top"))
    mats = [mat for mat in (bottom, top) if mat is not None]
    if mats:
        result.schedule, result.rebar_lbf = schedule(mats, job.body, job.place, job.trace)
    covered = not any(cantilever(job.place, _section(job, axis), Bare()) for axis in (0, 1))
    if covered:
        result.not_checked.append(tell.COVERED)
    elif bottom is None and not plain:
        result.not_checked.append(tell.NO_BARS)
    elif bottom is None and strength.plain_depth(job.body, Bare()) <= 0:
        bars.hold_plain(job)
        tell.warn_plain(job.trace)
        result.not_checked.append(tell.THIN)
    elif job.stands:
        _bottom(job, bottom, result)
        _two_way(job, bottom, result)
        _top(job, top, result)
        tell.tell(job.place, job.pack, job.trace, result)
    if bottom is not None and not covered:
        bars.hold_mat(job, bottom)
    if result.combination is not None:  # something was bent
        bars.hold_concrete(job)


def _section(job: Job, axis: int, *, rising: bool = True, d: float = 0.0) -> Section:
    return Section(axis, rising, job.widths[axis], d)


def _bottom(job: Job, mat: Mat | None, result: SlabResult) -> None:
    """Flexure and one-way shear on the side that the wind presses down."""
    if mat is None:
        bars.hold_plain(job)
        tell.warn_plain(job.trace)
        result.not_checked.append(tell.PLAIN)
        deep = strength.plain_depth(job.body, job.trace)
    else:
        deep = result.effective_depth_in = mat.d
    bent = hold_worst(
        job, Asked("slab.flexure", "The bottom carries its moment", "kip-ft", "13.2.7.1"),
        *_flexure(job, mat, rising=True),
    )  # fmt: skip
    result.combination, result.moment_kipft = bent.under.words, bent.demand
    result.flexural_strength_kipft = bent.capacity
    assert bent.under.contact is not None
    result.pressure_psf = pressure(job.place, bent.under.W, bent.under.contact, job.trace)
    sheared = hold_worst(
        job, Asked("slab.one_way", "The slab carries its one-way shear", "lbf", "13.2.7.2"),
        *_shear(job, mat, deep, rising=True),
    )  # fmt: skip
    result.one_way_shear_lbf, result.one_way_strength_lbf = sheared.demand, sheared.capacity
    if mat is not None:
        _require_steel(job, mat, bent, result)


def _require_steel(job: Job, mat: Mat, bent: Held, result: SlabResult) -> None:
    """The steel that the moment and the least ask for, in the direction that is bent most."""
    trace = job.trace
    run = _run(job, mat, bent.axis, Bare(), rising=True)
    least = bars.least(job, mat, run, Bare())
    needed = strength.required(mat, run, job.body, bent.demand, trace)
    if needed is not None:
        needed = max(needed * run.A_s / strength.counted(run, job.place, Bare()), least)
    result.required_steel_in2, result.steel_in2 = needed, run.A_s
    result.development_in = run.l_d
    tell.tell_bars(job.pack, trace, result, least=least)


def _top(job: Job, mat: Mat | None, result: SlabResult) -> None:
    """Flexure and one-way shear on the side that the wind lifts."""
    flexure = _flexure(job, mat, rising=False)
    if worst(job, *flexure).demand <= DUST_KIPFT:
        job.trace.assume("The weight upon the slab does not bend its lifted side down.")
        return
    bent = hold_worst(
        job, Asked("slab.flexure", "The top carries its moment", "kip-ft", "13.2.7.1"),
        *flexure,
    )  # fmt: skip
    result.top_moment_kipft, result.top_strength_kipft = bent.demand, bent.capacity
    deep = strength.plain_depth(job.body, Bare()) if mat is None else mat.d
    hold_worst(
        job, Asked("slab.one_way", "The lifted side carries its one-way shear", "lbf", "13.2.7.2"),
        *_shear(job, mat, deep, rising=False),
    )  # fmt: skip
    if mat is None:
        job.trace.assume(tell.PLAIN_TOP)


def _run(job: Job, mat: Mat, axis: int, trace: Bare, *, rising: bool) -> Run:
    return run_of(mat, job.body, job.place, _section(job, axis, rising=rising), trace)


def _flexure(job: Job, mat: Mat | None, *, rising: bool) -> tuple[Demand, Capacity]:
    """Moment and flexural strength at the critical sections of one side."""

    def demand(under: Stand, axis: int, trace: Bare) -> float:
        return moment(job.place, under, _section(job, axis, rising=rising), trace)

    def capacity(axis: int, trace: Bare) -> float:
        if mat is None:
            return strength.plain_flexure(job.body, job.place.sides[1 - axis], trace)
        run = _run(job, mat, axis, trace, rising=rising)
        return strength.flexure(mat, run, job.body, job.place, trace)

    return demand, capacity


def _shear(job: Job, mat: Mat | None, deep: float, *, rising: bool) -> tuple[Demand, Capacity]:
    """One-way shear and its strength on one side."""

    def demand(under: Stand, axis: int, trace: Bare) -> float:
        return shear(job.place, under, _section(job, axis, rising=rising, d=deep), trace)

    def capacity(axis: int, trace: Bare) -> float:
        if mat is None:
            return strength.plain_one_way(job.body, job.place.sides[1 - axis], trace)
        return strength.one_way(mat, _run(job, mat, axis, trace, rising=rising), job.body, trace)

    return demand, capacity


def _two_way(job: Job, mat: Mat | None, result: SlabResult) -> None:
    """Shear around what stands on the slab."""
    body, trace, widths = job.body, job.trace, job.widths
    if mat is None:
        d = strength.plain_depth(body, trace)
    else:
        d = trace(slab_strength.depth_between, h_t=body.h, c_c=mat.cover, d_b=mat.bar.diameter)
    found = punch(job.place, widths, d, trace)
    if found is None:
        result.not_checked.append(tell.PUNCH)
        return
    at, k_g = found, job.pack.slab.transfer.number

    def demand(under: Stand, _: int, told: Bare) -> float:
        return punching(job.place, under, at, k_g, told)

    def capacity(_: int, told: Bare) -> float:
        if mat is None:
            return strength.plain_two_way(body, widths, told)
        return strength.two_way(body, widths, at, told)

    held = hold_worst(
        job, Asked("slab.two_way", "The slab carries its two-way shear", "psi", "22.6.5.2"),
        demand, capacity,
    )  # fmt: skip
    result.two_way_stress_psi, result.two_way_strength_psi = held.demand, held.capacity
