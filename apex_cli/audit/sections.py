"""The sections of a pack that a text finds, with the properties that are derived for them."""

from typing import Any

from apex_cli.equations import Bare
from apex_cli.errors import PackError, UsageError
from apex_cli.packs.model import Pack
from apex_cli.packs.sections import Section, SectionsPack
from apex_cli.solvers.support.properties import properties

DIGITS = 4
"""Significant digits of a listed property; the AISC Manual prints three."""


def listed(pack: Pack, text: str) -> dict[str, Any]:
    """Sections with their properties, and with which wall those are derived.

    Args:
        pack: A pack of sections.
        text: What is looked for; nothing finds every section.

    Raises:
        UsageError: It is a pack of another kind.
        PackError: No section is found.
    """
    if not isinstance(pack, SectionsPack):
        raise UsageError(
            f"{pack.kind}_{pack.ref} has no sections to find",
            hint="--find goes with a pack of sections: apex packs list",
        )
    names = pack.found(text)
    if not names:
        raise PackError(
            f"{pack.kind}_{pack.ref} has no section with {text!r} in its name",
            code="pack.no_section",
            hint=pack.suggestion(text) or "as in PIPE8STD, HSS8.625x0.322 or HSS8x8x1/2",
        )
    found = [section for name in names if (section := pack.section(name))]
    return {
        "pack": f"{pack.kind}_{pack.ref}",
        "design_wall": pack.listed_wall.value,
        "clause": pack.listed_wall.clause,
        "sections": [_row(section, pack) for section in found],
    }


def _row(section: Section, pack: SectionsPack) -> dict[str, Any]:
    wall = pack.listed_wall.value * section.wall
    p = properties(section.shape, section.width, section.height, wall, Bare())
    listed_properties = {
        "A_in2": p.A,
        "I_x_in4": p.I_x, "S_x_in3": p.S_x, "Z_x_in3": p.Z_x, "r_x_in": p.r_x,
        "I_y_in4": p.I_y, "S_y_in3": p.S_y, "Z_y_in3": p.Z_y, "r_y_in": p.r_y,
        "J_in4": p.J, "C_in3": p.C,
    }  # fmt: skip
    return {
        "name": section.name,
        "family": section.family,
        "width_in": float(section.width),
        "height_in": float(section.height),
        "wall_in": float(section.wall),
        "weight_plf": float(section.weight),
        **{key: float(f"{value:.{DIGITS}g}") for key, value in listed_properties.items()},
        "doubt": pack.doubts.get(section.name),
    }
