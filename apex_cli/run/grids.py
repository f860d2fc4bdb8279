"""The sizes that stand at and below grade and are tried, with the weight of each.

Each grid is what the packs have in stock, in rising weight; of equal weight in the order of the
sizes. What an open block of the project tells, stands.
"""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any, NamedTuple

from apex_cli.equations import Bare
from apex_cli.errors import ApexError
from apex_cli.project.support import Bars, Plate, Rods, SpacedBars, Support
from apex_cli.solvers.support.at_grade import pier_place
from apex_cli.solvers.support.equations import rods as eq
from apex_cli.solvers.support.pier import lengths, shear
from apex_cli.solvers.support.pier.concrete import concrete_of
from apex_cli.solvers.support.pier.place import cage_of
from apex_cli.solvers.support.plate.geometry import weights
from apex_cli.solvers.support.plate.rods import rod_of
from apex_cli.solvers.support.slab.body import Name, body_of, mat_of, schedule
from apex_cli.solvers.support.slab_place import place_of
from apex_cli.solvers.support.trial import Trial

Size = tuple[Any, ...]
Told = frozenset[str]


class Candidate(NamedTuple):
    """Sizes, and what they weigh.

    Args:
        weight: Of one pole or foundation, lbf.
        size: The sizes, as `Grid.put` takes them.
        alike: What it has in common with others, of which the lightest alone is proposed.
        parts: What checks depend on that do not depend on the rest of it.
        group: Of each group the lightest are proposed.
    """

    weight: float
    size: Size
    alike: Size
    parts: tuple[Size, ...] = ()
    group: Any = None


def plates(trial: Trial, told: Told) -> Iterator[Candidate]:
    """Plates of the project's shape and steel."""
    plate, foot = _plate(trial.job.support), trial.foot
    stock = trial.job.pack.plates.stock
    widths = _or([plate.width_in], stock.widths, "width_in" in told)
    thicknesses = _or([plate.thickness_in], stock.thicknesses, "thickness_in" in told)
    for W, t in product(widths, thicknesses):
        weight = weights(plate.replace(width_in=W, thickness_in=t), foot, Bare())
        yield Candidate(weight, (W, t), (W,), ((W,),))


def put_plate(support: Support, size: Size) -> Support:
    """The support with this plate."""
    assert support.base is not None
    plate = _plate(support).replace(width_in=size[0], thickness_in=size[1])
    return support.replace(base=support.base.replace(plate=plate))


def rod_sets(trial: Trial, told: Told) -> Iterator[Candidate]:
    """Rods of every grade. They are embedded as they stand where nothing holds their embedment."""
    support, pack, foot = trial.job.support, trial.job.pack, trial.foot
    assert support.base is not None
    given, plate, stock = _rods(support), _plate(support), pack.rods.stock
    circles = [c for c in stock.circles if foot.pole_width < c < 1.5 * plate.width_in]
    kept = not embedment_is_held(trial) or "embedment_in" in told
    grades = _or([given.grade], [row.grade for row in pack.rods.grades], "grade" in told)
    counts = _or([given.count], stock.counts, "count" in told)
    diameters = _or([given.diameter_in], stock.diameters, "diameter_in" in told)
    embedments = _or([given.embedment_in], stock.embedments, kept)
    rings = _or([given.circle_in], circles, "circle_in" in told)
    gap, steel = support.base.standoff_in or 0.0, pack.plates.weight.value
    for d in diameters:
        A_r = rod_of(given.replace(diameter_in=d), foot, Bare()).A_r
        for count, depth in product(counts, embedments):
            length = eq.rod_length(
                h_ef=depth, g=gap, t_p=plate.thickness_in, k_rt=pack.rods.top.value, d_r=d
            )
            weight = eq.rods_weight(n_r=count, A_r=A_r, l_r=length, gamma_s=steel)
            for grade, ring in product(grades, rings):
                size = (count, d, depth, ring, grade)
                rods = (count, d, ring)
                parts = ((ring,), (*rods, grade), (depth,), rods, (*rods, depth))
                yield Candidate(weight, size, (grade, count, d), parts, grade)


def put_rods(support: Support, size: Size) -> Support:
    """The support with these rods."""
    assert support.base is not None
    count, diameter, depth, ring, grade = size
    made = _rods(support).replace(
        count=count, diameter_in=diameter, grade=grade, circle_in=ring, embedment_in=depth
    )
    return support.replace(base=support.base.replace(rods=made))


def embedment_is_held(trial: Trial) -> bool:
    """Whether the embedment of rods is held: by the bars of a round or square pier beside them."""
    foot = trial.foot
    below = foot.below
    pier = None if below is None or foot.concrete is None else below.pier
    return pier is not None and pier.bars is not None


def cages(trial: Trial, told: Told) -> Iterator[Candidate]:
    """Cages that fit into the pier."""
    support, concrete = trial.job.support, trial.job.founded.concrete
    buried = trial.job.founded.buried
    assert support.pier is not None
    assert buried is not None
    assert concrete is not None
    given, stock, bare, place = support.pier, concrete.cages, Bare(), pier_place(buried)
    body = concrete_of(given, place.width, concrete, bare)
    ties: list[tuple[int, float] | None] = [*product(stock.tie_sizes, stock.tie_spacings)]
    if "ties" in told and given.ties is not None:
        ties = [(given.ties.size, given.ties.spacing_in)]
    for count, size in product(stock.counts, stock.sizes):
        for tie in ties:
            found = (count, size, tie)
            pier = put_cage(support, found).pier
            assert pier is not None
            try:
                cage = cage_of(pier, place, body, concrete, bare)
            except ApexError:
                continue  # they do not fit
            made = shear.ties_of(pier, cage, body, concrete, bare)
            _, weight = lengths.schedule(cage, place, made, concrete, bare, top_ties=pier.top_ties)
            bent = (count, size, None if tie is None else tie[0])
            yield Candidate(weight, found, bent, (bent,))


def put_cage(support: Support, size: Size) -> Support:
    """The support with this cage."""
    assert support.pier is not None
    count, number, tie = size
    made = support.pier.replace(bars=Bars(count=count, size=number), ties=_spaced(tie))
    return support.replace(pier=made)


def mats(trial: Trial, told: Told) -> Iterator[Candidate]:
    """Mats at the bottom and at the top that fit into the slab."""
    job, bare = trial.job, Bare()
    support, (_, _, pack, laid) = job.support, job.founded
    assert support.slab is not None
    assert laid is not None
    assert pack is not None
    place = place_of(laid, job.piece.stage, support.base)
    given, stock = support.slab, pack.mats
    body = body_of(given, place, pack, bare)
    every: list[tuple[int, float] | None] = [*product(stock.sizes, stock.spacings)]
    asked: dict[Name, list[tuple[int, float] | None]]
    asked = {"bottom": [*every], "top": [None, *every]}
    if "top" in told and given.top is not None:
        asked["top"] = [(given.top.size, given.top.spacing_in)]

    def weighed(name: Name) -> Iterator[tuple[Any, float]]:
        for one in asked[name]:
            mat = mat_of(given.replace(**{name: _spaced(one)}), name, body, bare)
            yield one, 0.0 if mat is None else schedule([mat], body, place, bare)[1]

    for (low, W_b), (top, W_t) in product(weighed("bottom"), weighed("top")):
        alike = (low[0], None if top is None else top[0])
        yield Candidate(W_b + W_t, (low, top or ()), alike, (low, top or ()))


def put_mats(support: Support, size: Size) -> Support:
    """The support with these mats."""
    assert support.slab is not None
    low, top = size
    return support.replace(slab=support.slab.replace(bottom=_spaced(low), top=_spaced(top)))


def _plate(support: Support) -> Plate:
    assert support.base is not None
    assert support.base.plate is not None
    return support.base.plate


def _rods(support: Support) -> Rods:
    assert support.base is not None
    assert support.base.rods is not None
    return support.base.rods


def _spaced(size: Size | None) -> SpacedBars | None:
    return SpacedBars(size=size[0], spacing_in=size[1]) if size else None


def _or(given: Sequence[Any], stock: Sequence[Any], kept: bool) -> Sequence[Any]:
    return given if kept else stock
