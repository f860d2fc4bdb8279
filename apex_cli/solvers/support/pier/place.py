"""What is checked: the pier, its cage and ground, and the pole that may stand in it."""

from collections.abc import Iterator
from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.errors import Fault, InvalidInput
from apex_cli.packs.concrete import ConcretePack
from apex_cli.project.support import PierSteel
from apex_cli.solvers.support.equations import pier_shear
from apex_cli.solvers.support.pier.cage import Cage, Shape, radius_of
from apex_cli.solvers.support.pier.concrete import Concrete
from apex_cli.solvers.support.pier.ground import Ground


class Place(NamedTuple):
    """The pier as the footing has it.

    Args:
        shape: Round or square.
        width: Diameter or side, ft.
        ground: It in its ground; its depth is that of the bottom below grade.
        length: The other side of a rectangle, ft; None where there is none.
        reveal: How far it stands above grade, ft.
    """

    shape: Shape
    width: float
    ground: Ground
    length: float | None = None
    reveal: float = 0.0

    @property
    def rectangular(self) -> bool:
        """Whether its sides differ."""
        return self.length is not None and self.length != self.width


class Pole(NamedTuple):
    """A pole embedded in the pier.

    Args:
        depth: How deep it goes from the top of the concrete, ft.
        width: That bears, in.
        across: Across its corners, in.
    """

    depth: float
    width: float
    across: float


def cage_of(
    pier: PierSteel, place: Place, concrete: Concrete, pack: ConcretePack, trace: Bare
) -> Cage:
    """The cage of a pier that has bars.

    Raises:
        InvalidInput: There are no such bars, they do not fit, or a square has a corner without.
    """
    require(pier, place, pack)
    assert pier.bars is not None
    bar = pack.bars.bar(pier.bars.size)
    tie = None if pier.ties is None else pack.bars.bar(pier.ties.size)
    assert bar is not None
    f_y = trace(pier_shear.yield_counted, f_yb=pier.fy_ksi, f_lim=pack.material.yield_limit.number)
    cover = _cover(pier, pack)
    if pier.cover_in is None:
        rule = pack.detailing.cover
        trace.assume(
            f"The cover of the pier's ties is {rule.value:g} in, as against earth ({rule.clause}): "
            "support.pier.cover_in is not given."
        )
    count = trace.known(pier.bars.count, "/support/pier/bars/count")
    return Cage(
        place.shape, concrete.w_c, concrete.f_c, f_y, count, bar, tie, cover,
        radius_of(concrete.w_c, cover, tie, bar, trace),
    )  # fmt: skip


def _cover(pier: PierSteel, pack: ConcretePack) -> float:
    return pack.detailing.cover.number if pier.cover_in is None else pier.cover_in


def require(pier: PierSteel, place: Place, pack: ConcretePack) -> None:
    """Refuse bars that there are not, or that do not fit; every fault at once.

    Raises:
        InvalidInput: With a fault for each place that is wrong.
    """
    if faults := list(_faults(pier, place, pack)):
        raise InvalidInput.at(*faults)


def _faults(pier: PierSteel, place: Place, pack: ConcretePack) -> Iterator[Fault]:
    block, bars, ties = "/support/pier", pier.bars, pier.ties
    sizes = ", ".join(map(str, pack.sizes))
    assert bars is not None
    asked = {"bars": bars.size} | ({"ties": ties.size} if ties else {})
    for name, size in asked.items():
        if size not in pack.sizes:
            detail = f"there is no bar #{size}: the bars are {sizes}"
            yield Fault(f"{block}/{name}/size", detail, size)
    if place.shape == "square" and bars.count % 4:
        detail = "a square pier has a bar in each corner and the rest evenly on its sides"
        yield Fault(f"{block}/bars/count", detail, bars.count, "give a multiple of 4")
    bar, tie = pack.bars.bar(bars.size), pack.bars.bar(ties.size) if ties else None
    cover = _cover(pier, pack)
    if bar and radius_of(12 * place.width, cover, tie, bar, Bare()) < bar.diameter:
        detail = f"within {cover:g} in of cover no bars fit into {12 * place.width:g} in"
        yield Fault(f"{block}/cover_in", detail, cover)
