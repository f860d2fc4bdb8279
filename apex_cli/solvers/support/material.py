"""The steel that a tube is made of."""

from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.errors import Fault, InvalidInput
from apex_cli.packs.support import A500Edition, MaterialName, SupportPack, TubeShape
from apex_cli.quantities import Known

_WHERE = "/support/steel/material"
SAYING: dict[A500Edition, str] = {"before_21": "before A500-21", "21": "A500-21"}


class Steel(NamedTuple):
    """A material, for tubes of one shape.

    Args:
        name: In words.
        F_y: Yield strength, ksi.
        F_u: Tensile strength, ksi.
        wall_factor: Design wall over nominal wall.
    """

    name: str
    F_y: Known
    F_u: Known
    wall_factor: Known


def material(
    pack: SupportPack,
    name: MaterialName,
    shape: TubeShape,
    edition: A500Edition | None,
    trace: Bare,
    *,
    wall_factor: Known | None = None,
) -> Steel:
    """A listed material.

    Args:
        pack: Where it is listed.
        name: Its name there.
        shape: The shape of the tube.
        edition: Edition of ASTM A500; the pack's if None is named.
        trace: Told what was chosen.
        wall_factor: Design wall over nominal wall, if it is not to be the material's.

    Raises:
        InvalidInput: It is not made in this shape.
    """
    listed = pack.material[name]
    read = edition or pack.default_a500_edition
    found = listed.strength(shape, read)
    if found is None:
        detail = f"{listed.title} is not made as {shape} tubes"
        hint = f"made so: {', '.join(made_as(pack, shape))}"
        raise InvalidInput(detail, hint=hint, faults=[Fault(_WHERE, detail, name, hint)])
    if trace.told:
        if other_reading(pack, name, shape, edition):
            _tell_edition(listed.title, found.yield_strength.value, read, edition is None, trace)
        if wall_factor is not None:
            _tell_wall(wall_factor, listed.design_wall.value, trace)
    return Steel(
        listed.title,
        found.yield_strength.number,
        found.tensile_strength.number,
        listed.design_wall.number if wall_factor is None else wall_factor,
    )


def made_as(pack: SupportPack, shape: TubeShape) -> list[str]:
    """Names of the materials that are made in this shape."""
    return [row.name for row in pack.materials if shape in row.shapes]


def other_reading(
    pack: SupportPack, name: MaterialName, shape: TubeShape, edition: A500Edition | None
) -> A500Edition | None:
    """The edition of A500 under which this steel has another strength; None if neither does."""
    listed = pack.material[name]
    other: A500Edition = (
        "21" if (edition or pack.default_a500_edition) == "before_21" else "before_21"
    )
    rows = [listed.strength(shape, one) for one in ("before_21", "21")]
    values = {(row.yield_strength.value, row.tensile_strength.value) for row in rows if row}
    return other if len(values) > 1 else None


def custom(
    pack: SupportPack, F_y: Known, F_u: Known, wall_factor: Known | None, trace: Bare
) -> Steel:
    """A material that is not listed, with strengths of the project's own.

    Args:
        pack: Whose design wall holds unless one is given.
        F_y: Yield strength, ksi.
        F_u: Tensile strength, ksi.
        wall_factor: Design wall over nominal wall.
        trace: Warned.
    """
    if trace.told:
        trace.warn(
            "support.material_not_listed",
            "review",
            f"Steel of {float(F_y):g} ksi yield strength is not a material that A3.1a lists for "
            "tubes; its strengths and its wall are the project's own.",
            "A3.1a",
        )
        if wall_factor is None:
            trace.assume(
                f"The design wall is {pack.design_wall.value:g} of the nominal wall (B4.2)."
            )
    wall = pack.design_wall.number if wall_factor is None else wall_factor
    return Steel("steel that is not listed", F_y, F_u, wall)


def _tell_edition(title: str, yields: float, read: A500Edition, by_pack: bool, trace: Bare) -> None:
    trace.assume(
        f"The yield strength of {title} is {yields:g} ksi: {SAYING[read]}"
        f"{', the edition that the pack takes' if by_pack else ''}."
    )


def _tell_wall(given: float, listed: float, trace: Bare) -> None:
    trace.assume(
        f"The design wall is {given:g} of the nominal wall, as the project says; the material's "
        f"own is {listed:g} (B4.2)."
    )
