"""The concrete and the mats of a slab, as their strength is counted."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from apex_cli.equations import Bare
from apex_cli.errors import Fault, InvalidInput
from apex_cli.packs.concrete import Bar, ConcretePack
from apex_cli.project.support import SlabSteel, SpacedBars
from apex_cli.solvers.support import development
from apex_cli.solvers.support.equations import pier_bars, pier_shear
from apex_cli.solvers.support.equations import slab_bars as bars
from apex_cli.solvers.support.equations import slab_strength as eq
from apex_cli.solvers.support.pier.result import Bars
from apex_cli.solvers.support.slab.place import Place
from apex_cli.solvers.support.slab.press import Section, cantilever

Name = Literal["bottom", "top"]
SIDES = ("along the wind on the faces", "across it")


class Body(NamedTuple):
    """The concrete of a slab: thickness (in), f'c and its root (psi), lambda, the edition."""

    h: float
    f_c: float
    r_c: float
    lambda_l: float
    pack: ConcretePack


class Mat(NamedTuple):
    """Bars in both directions, at the bottom or at the top.

    Args:
        name: Which.
        bar: The bar.
        spacing: As given, in.
        cover: Clear, of the outer layer, in.
        f_y: Yield strength that counts, ksi.
        d: Effective depth of the inner layer, in.
    """

    name: Name
    bar: Bar
    spacing: float
    cover: float
    f_y: float
    d: float


class Run(NamedTuple):
    """The bars of a mat in one direction.

    Args:
        section: The critical section that they cross.
        b_w: Width of the slab across them, in.
        n_b: How many there are.
        A_s: Their area, in2.
        l_d: Development length, in.
        f_s: Stress that they reach at the section, ksi.
    """

    section: Section
    b_w: float
    n_b: float
    A_s: float
    l_d: float
    f_s: float


def body_of(slab: SlabSteel, place: Place, pack: ConcretePack, trace: Bare) -> Body:
    """The concrete of the slab."""
    rules = pack.material
    r_c = trace(pier_shear.root_of_strength, f_c=slab.fc_psi, r_lim=rules.root_limit.number)
    h = trace(eq.thickness, t_s=place.thickness)
    return Body(h, slab.fc_psi, r_c, rules.lightweight.number, pack)


def require(slab: SlabSteel, place: Place, pack: ConcretePack) -> None:
    """Refuse bars that there are not, or that do not fit; every fault at once.

    Raises:
        InvalidInput: With a fault for each place that is wrong.
    """
    if faults := list(_faults(slab, place, pack)):
        raise InvalidInput.at(*faults)


def _faults(slab: SlabSteel, place: Place, pack: ConcretePack) -> Iterator[Fault]:
    sizes = ", ".join(map(str, pack.sizes))
    names: tuple[Name, ...] = ("bottom", "top")
    for name in names:
        asked: SpacedBars | None = getattr(slab, name)
        if asked is None:
            continue
        bar = pack.bars.bar(asked.size)
        if bar is None:
            detail = f"there is no bar #{asked.size}: the bars are {sizes}"
            yield Fault(f"/support/slab/{name}/size", detail, asked.size)
            continue
        h, cover = 12 * place.thickness, _cover(name, pack)
        if eq.depth_of_inner(h_t=h, c_c=cover, d_b=bar.diameter) < bar.diameter:
            detail = f"within {cover:g} in of cover two layers do not fit into {h:g} in"
            yield Fault(f"/support/slab/{name}/size", detail, asked.size)
        if asked.spacing_in < 2 * bar.diameter:
            detail = f"bars #{asked.size} leave no room for concrete between them"
            yield Fault(f"/support/slab/{name}/spacing_in", detail, asked.spacing_in)


def _cover(name: Name, pack: ConcretePack) -> float:
    return (pack.detailing.cover if name == "bottom" else pack.slab.top_cover).number


def mat_of(slab: SlabSteel, name: Name, body: Body, trace: Bare) -> Mat | None:
    """The mat of bars that are there, and fit; None where none are given."""
    asked: SpacedBars | None = getattr(slab, name)
    if asked is None:
        return None
    pack = body.pack
    bar, cover = pack.bars.bar(asked.size), _cover(name, pack)
    assert bar is not None
    f_y = trace(pier_shear.yield_counted, f_yb=slab.fy_ksi, f_lim=pack.material.yield_limit.number)
    d = trace(eq.depth_of_inner, h_t=body.h, c_c=cover, d_b=bar.diameter)
    return Mat(name, bar, asked.spacing_in, cover, f_y, d)


def run_of(mat: Mat, body: Body, place: Place, section: Section, trace: Bare) -> Run:
    """The bars of a mat that cross a critical section."""
    bar, ends = mat.bar, body.pack.detailing.cover.number
    b_w = trace(eq.section_width, b_s=place.sides[1 - section.axis])
    n_b = trace(bars.bar_count, b_w=b_w, c_c=ends, d_b=bar.diameter, s_g=mat.spacing)
    A_s = trace(bars.bars_area, n_b=n_b, A_b=bar.area)
    l_d = _development(mat, body, trace(bars.strip_of_bar, b_w=b_w, n_b=n_b), trace)
    l_e = trace(bars.length_beyond, l_c=cantilever(place, section, trace), c_c=ends)
    return Run(
        section, b_w, n_b, A_s, l_d, trace(eq.stress_developed, f_y=mat.f_y, l_e=l_e, l_d=l_d)
    )


def _development(mat: Mat, body: Body, s_b: float, trace: Bare) -> float:
    """Development length of the bars, straight and in tension, in."""
    pack = body.pack
    l_d = development.straight(
        mat.bar, pack, trace, f_y=mat.f_y, cover=mat.cover, spacing=s_b,
        lambda_l=body.lambda_l, r_c=body.r_c,
    )  # fmt: skip
    if mat.name == "top" and mat.d > pack.slab.fresh_depth.value:
        l_d = trace(bars.top_development, psi_t=pack.slab.fresh_concrete.number, l_t0=l_d)
    return l_d


def schedule(mats: list[Mat], body: Body, place: Place, trace: Bare) -> tuple[list[Bars], float]:
    """The bars of one slab as they are ordered, and their weight, lbf."""
    rows, weights, ends = [], [], body.pack.detailing.cover.number
    for mat in mats:
        trace.subject = f"slab, {mat.name}"
        found = [_row(mat, place, axis, ends, trace) for axis in (0, 1)]
        rows += found
        weights.append(trace(bars.mat_weight, W_1=found[0].weight_lbf, W_2=found[1].weight_lbf))
    trace.subject = "slab"
    if len(weights) == 1:
        return rows, weights[0]
    return rows, trace(bars.mats_weight, W_mb=weights[0], W_mt=weights[1])


def _row(mat: Mat, place: Place, axis: int, ends: float, trace: Bare) -> Bars:
    b_w = trace(eq.section_width, b_s=place.sides[1 - axis])
    n_b = trace(bars.bar_count, b_w=b_w, c_c=ends, d_b=mat.bar.diameter, s_g=mat.spacing)
    l_b = trace(bars.slab_bar_length, D_s=place.sides[axis], c_c=ends)
    weight = trace(pier_bars.bars_weight, n_b=n_b, l_b=l_b, w_b=mat.bar.weight)
    mark = f"{mat.name}, {SIDES[axis]}"
    return Bars(mark, mat.bar.size, int(n_b), l_b, mat.spacing, weight)
