"""The pieces of a pole: each stage as a tube of a steel, with its properties."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.errors import Fault, InvalidInput
from apex_cli.packs.support import A500Edition, SupportPack, TubeShape
from apex_cli.project.support import Steel as GivenSteel
from apex_cli.solvers.poles import Stage, outside
from apex_cli.solvers.support.equations import cantilever as eq
from apex_cli.solvers.support.material import Steel, custom, material
from apex_cli.solvers.support.properties import properties
from apex_cli.solvers.support.tube import Tube

SHAPES: dict[str, TubeShape] = {
    "round": "round",
    "square": "rectangular",
    "square_diagonal": "rectangular",
    "rectangular": "rectangular",
}
"""The tubes that the standard has strengths for."""


class Piece(NamedTuple):
    """A stage as a tube; x is the axis about which wind on the faces bends it, or a side."""

    stage: Stage
    tube: Tube
    steel: Steel

    @property
    def diagonal(self) -> bool:
        """Whether it is a square that stands on its diagonal: x and y are its sides then."""
        return self.stage.shape == "square_diagonal"

    @property
    def section(self) -> str:
        """What it is called."""
        stage = self.stage
        if stage.section is not None:
            return stage.section.name
        return f"{stage.shape.replace('_', ' ')} {stage.width.real:g}x{stage.wall or 0:g}"


def require_tubes(stages: Sequence[Stage]) -> None:
    """Refuse poles that are no tubes of constant width and known wall.

    Raises:
        InvalidInput: Every stage that is none.
    """
    if faults := [fault for stage in stages for fault in _faults(stage)]:
        raise InvalidInput.at(*faults)


def _faults(stage: Stage) -> Iterator[Fault]:
    if stage.shape not in SHAPES:
        yield Fault(
            f"{stage.where}/shape",
            "the standard has strengths of round and of rectangular tubes, not of this",
            stage.shape,
            "choose a round, square or rectangular section",
        )
    if stage.top_width is not None and stage.top_width != stage.width:
        yield Fault(
            f"{stage.where}/top_width_in",
            "the strengths are those of tubes of one width, and this one tapers",
            stage.top_width,
            "tell it by stages, each of one width",
        )
    if stage.wall is None:
        yield Fault(
            f"{stage.where}/wall_in", "is needed by this calculation",
            hint="add it, or name a section",
        )  # fmt: skip
    elif 2 * stage.wall >= stage.least:
        detail = f"leaves nothing within a width of {stage.least:g} in"
        yield Fault(f"{stage.where}/wall_in", detail, stage.wall, "a tube is hollow")


def pieces_of(
    stages: Sequence[Stage],
    given: GivenSteel,
    edition: A500Edition | None,
    pack: SupportPack,
    trace: Bare,
) -> tuple[Piece, ...]:
    """Each stage with its steel and its properties.

    Args:
        stages: The stages, which are tubes.
        given: What the project says of the steel.
        edition: Edition of ASTM A500; the pack's if None is chosen.
        pack: The standard.
        trace: Calls the equations.

    Raises:
        InvalidInput: The material is not made in this shape.
    """
    found = []
    for stage in stages:
        trace.subject = stage.name if len(stages) > 1 else "pole"
        shape = SHAPES[stage.shape]
        steel = _steel(given, shape, edition, pack, trace)
        t = trace(eq.design_wall, k_t=steel.wall_factor, t_n=stage.wall)  # type: ignore[arg-type] # - it is known: see require_tubes
        tube = Tube(
            shape, stage.width, stage.depth, t,
            properties(shape, stage.width, stage.depth, t, trace),
        )  # fmt: skip
        found.append(Piece(stage, tube, steel))
    trace.subject = ""
    return tuple(found)


def _steel(
    given: GivenSteel, shape: TubeShape, edition: A500Edition | None, pack: SupportPack, trace: Bare
) -> Steel:
    if given.material == "custom":
        return custom(pack, given.fy_ksi, given.fu_ksi, given.design_wall, trace)  # type: ignore[arg-type] # - the record asks for both
    return material(pack, given.material, shape, edition, trace, wall_factor=given.design_wall)  # type: ignore[arg-type] # - a project's number knows its place


class Run(NamedTuple):
    """A length of the pole of which one piece counts: from and to which height, ft."""

    bottom: float
    top: float
    piece: Piece


def runs_of(pieces: Sequence[Piece], top: float) -> tuple[Run, ...]:
    """The pole from grade to a height, each length with the piece that is seen there.

    Where a cabinet reaches above the poles, the last piece goes on to its top.
    """
    seen = outside(tuple(piece.stage for piece in pieces))
    runs = [Run(stage.bottom, stage.top, piece) for stage, piece in zip(seen, pieces, strict=True)]
    runs[-1] = runs[-1]._replace(top=max(top, runs[-1].top))
    return tuple(runs)


class Place(NamedTuple):
    """Where a piece is held against what it carries.

    Args:
        name: What it is called.
        z: Height above grade, ft.
        piece: Which piece.
        lowest: Whether it is the lowest place at which the piece carries all there is.
    """

    name: str
    z: float
    piece: Piece
    lowest: bool


def places_of(pieces: Sequence[Piece]) -> list[Place]:
    """Grade, the base of each stage, which in a lap is the lap's top, and the bottom of laps."""
    places = [Place("grade", 0.0, pieces[0], lowest=True)]
    for below, above in pairwise(pieces):
        if above.stage.bottom < below.stage.top:
            name = f"{below.stage.name}, bottom of the lap"
            places.append(Place(name, above.stage.bottom, below, lowest=False))
        name = f"{above.stage.name}, base"
        places.append(Place(name, below.stage.top, above, lowest=True))
    return places
