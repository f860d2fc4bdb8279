"""The dowels in the section of their stem, and the flexural strength of that."""

from math import hypot, inf
from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.errors import Fault, InvalidInput
from apex_cli.packs.concrete import Bar, ConcretePack
from apex_cli.project.support import Dowels, SlabSteel
from apex_cli.solvers.support.equations import pier_bars, pier_section, pier_shear
from apex_cli.solvers.support.equations import slab_dowels as eq
from apex_cli.solvers.support.pier.cage import Cage, radius_of, section
from apex_cli.solvers.support.pier.section import Layer, Section
from apex_cli.solvers.support.pier.strength import Strength, show, strength, weakest
from apex_cli.solvers.support.slab.body import Body
from apex_cli.solvers.support.slab.place import Column

_STANDS = "where the dowels stand"
Pair = tuple[float, float]


class Told(NamedTuple):
    """Moments and strengths that belong together (kip-ft), and the share; None: no strength."""

    moments: tuple[float, ...]
    strengths: tuple[float, ...]
    share: float | None


class Strengths(NamedTuple):
    """Strength along both sides; of a round stem the direction in which it is weakest."""

    both: tuple[Strength, Strength]
    turned: int = 0


class Doweled(NamedTuple):
    """A stem with its dowels.

    Args:
        body: The concrete of slab and stem.
        column: The stem, in.
        bar: A dowel.
        number: How many.
        cover: Clear, in the stem, in.
        spacing: Centre to centre at a face, in.
        f_y: Yield strength that counts, ksi.
        mat: Diameter of the bars at the bottom of the slab, in; None where there are none.
    """

    body: Body
    column: Column
    bar: Bar
    number: float
    cover: float
    spacing: float
    f_y: float
    mat: float | None

    @property
    def pack(self) -> ConcretePack:
        """The edition of ACI 318."""
        return self.body.pack

    def _cage(self, trace: Bare) -> Cage:
        """A round stem as a pier."""
        r_s = radius_of(self.column.width, self.cover, None, self.bar, trace)
        return Cage(
            "round", self.column.width, self.body.f_c, self.f_y, self.number, self.bar, None,
            self.cover, r_s,
        )  # fmt: skip

    def _section(self, axis: int, trace: Bare) -> Section:
        """A rectangular stem that bends along a side."""
        column = self.column
        h, b = (column.width, column.length) if axis == 0 else (column.length, column.width)
        each, bar = int(self.number) // 2, self.bar
        r_s = trace(
            pier_section.bar_circle, h_c=h, c_c=self.cover, d_t=trace.known(0.0, "no ties"),
            d_b=bar.diameter,
        )  # fmt: skip
        if axis == 0:
            layers = [
                Layer(r_s, trace.known(each, _STANDS)),
                Layer(-r_s, trace.known(each, _STANDS)),
            ]
        else:
            layers = [
                Layer(
                    trace.known(float(r_s) * (1 - 2 * k / (each - 1)), _STANDS),
                    trace.known(2, _STANDS),
                )
                for k in range(each)
            ]  # fmt: skip
        return Section(
            "rectangle", ("along", "across")[axis], h, tuple(layers), bar.area,
            trace(eq.rectangle_area, h_c=h, b_c=b),
            trace(pier_section.steel_area, n_b=self.number, A_b=bar.area),
            self.body.f_c, self.f_y, b,
        )  # fmt: skip

    def strengths(self, axial: float) -> Strengths:
        """The strengths beside an axial load (lbf), without a word."""
        bare = Bare()
        if self.column.shape == "round":
            turned, found = weakest(self._cage(bare), self.pack, axial)
            return Strengths((found, found), turned)
        first, second = (strength(self._section(axis, bare), self.pack, axial) for axis in (0, 1))
        return Strengths((first, second))

    def used(self, axial: float, moments: Pair) -> tuple[float, Strengths]:
        """The share of the strength, and the strengths."""
        found = self.strengths(axial)
        told = self._share(moments, (found.both[0].moment, found.both[1].moment), Bare())
        return inf if told.share is None else told.share, found

    def show(self, moments: Pair, found: Strengths, trace: Bare) -> Told:
        """The same, written down."""
        if self.column.shape == "round":
            shown = show(
                section(self._cage(trace), found.turned, trace), found.both[0], self.pack, trace
            )
            return self._share(moments, (shown, shown), trace)
        shown_1, shown_2 = 0.0, 0.0
        if moments[0]:
            shown_1 = show(self._section(0, trace), found.both[0], self.pack, trace)
        if moments[1]:
            shown_2 = show(self._section(1, trace), found.both[1], self.pack, trace)
        return self._share(moments, (shown_1, shown_2), trace)

    def _share(self, moments: Pair, strong: Pair, trace: Bare) -> Told:
        """Moments over strengths."""
        (M_1, M_2), (S_1, S_2) = moments, strong
        if self.column.shape == "round":
            M_j = trace.known(hypot(M_1, M_2), "both moments at the joint")
            share = trace(eq.stem_share, M_j=M_j, phiM_n=S_1) if S_1 else None
            return Told((M_j,), (S_1,), share)
        pairs = [(M, S) for M, S in ((M_1, S_1), (M_2, S_2)) if M]
        told = tuple(M for M, _ in pairs) or (0.0,), tuple(S for _, S in pairs) or (S_1,)
        if not all(S for _, S in pairs):
            return Told(*told, None)
        if M_1 and M_2:
            return Told(
                *told, trace(eq.stem_share_both_ways, M_j1=M_1, phiM_1=S_1, M_j2=M_2, phiM_2=S_2)
            )
        shares = [trace(eq.stem_share, M_j=M, phiM_n=S) for M, S in pairs]
        return Told(*told, sum(shares))


def doweled(asked: Dowels, slab: SlabSteel, body: Body, column: Column, trace: Bare) -> Doweled:
    """The stem with the dowels that are asked for.

    Raises:
        InvalidInput: There is no such bar, they do not fit, or a face would have one more.
    """
    pack, place = body.pack, "/support/slab/dowels"
    bar = pack.bars.bar(asked.size)
    cover = pack.detailing.cover.number if asked.cover_in is None else asked.cover_in
    if bar is None:
        sizes = ", ".join(map(str, pack.sizes))
        _refuse(f"{place}/size", f"there is no bar #{asked.size}: the bars are {sizes}", asked.size)
    assert bar is not None
    narrow = min(column.width, column.length)
    if narrow / 2 - cover - bar.diameter / 2 < bar.diameter:
        _refuse(
            f"{place}/cover_in", f"within {cover:g} in of cover no dowels fit into {narrow:g} in",
            asked.cover_in,
        )  # fmt: skip
    number = _number(asked, bar, cover, column, trace)
    if column.shape == "round":
        r_s = radius_of(column.width, cover, None, bar, trace)
        spacing = trace(pier_bars.round_bar_spacing, r_s=r_s, n_b=number)
    else:
        if int(number) % 2:
            _refuse(
                f"{place}/count", "half of them stand at each face: give an even number",
                asked.count,
            )  # fmt: skip
        spacing = trace(
            eq.dowel_spacing, l_k=column.length, c_c=cover, d_b=bar.diameter, n_b=number
        )
    if spacing < 2 * bar.diameter:
        where = "count" if asked.count is not None else "spacing_in"
        detail = "leaves no room for concrete between the dowels"
        _refuse(f"{place}/{where}", detail, getattr(asked, where))
    f_y = trace(pier_shear.yield_counted, f_yb=slab.fy_ksi, f_lim=pack.material.yield_limit.number)
    below = None if slab.bottom is None else pack.bars.bar(slab.bottom.size)
    return Doweled(
        body, column, bar, number, cover, spacing, f_y, None if below is None else below.diameter
    )


def _number(asked: Dowels, bar: Bar, cover: float, column: Column, trace: Bare) -> float:
    """How many dowels there are."""
    if asked.count is not None:
        return trace.known(float(asked.count), "/support/slab/dowels/count")
    assert asked.spacing_in is not None
    if column.shape == "round":
        r_s = radius_of(column.width, cover, None, bar, trace)
        return trace(eq.dowels_on_circle, r_s=r_s, s_g=asked.spacing_in)
    n_r = trace(
        eq.dowels_in_row, l_k=column.length, c_c=cover, d_b=bar.diameter, s_g=asked.spacing_in
    )
    return trace(eq.dowels_in_rows, n_rd=n_r)


def _refuse(pointer: str, detail: str, value: object) -> None:
    raise InvalidInput.at(Fault(pointer, detail, value))
