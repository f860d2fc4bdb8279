"""The poles that a selection tries: each section in the place of what stands there."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from apex_cli.packs.sections import FAMILIES, Family, Section, SectionsPack
from apex_cli.packs.support import SupportPack
from apex_cli.project.model import Inputs
from apex_cli.project.poles import Poles
from apex_cli.run.asked import OPEN
from apex_cli.solvers.poles import SHAPES_OF

_BY_HAND: dict[str, Any] = dict.fromkeys(("width_in", "wall_in", "weight_plf"))


class Candidate(NamedTuple):
    """A section, and the project with it in its place."""

    section: Section
    project: Inputs


class Field(NamedTuple):
    """Where candidates stand, and of which families they are.

    Args:
        stage: Index of the stage; None: poles of one section.
        name: What the stage is called; nothing for poles of one section.
        families: The families.
    """

    stage: int | None
    name: str
    families: list[Family]


def fields_of(project: Inputs, pack: SupportPack) -> list[Field]:
    """Where candidates stand: the poles, or each stage of them."""
    poles, made = poles_of(project), made_of(project, pack)
    if poles.stages is not None:
        return [Field(n, f"stage {n + 1}", made) for n in range(len(poles.stages))]
    if poles.section == OPEN and poles.shape is not None:
        made = [family for family in made if poles.shape in SHAPES_OF[family]]
    return [Field(None, "", made)]


def made_of(project: Inputs, pack: SupportPack) -> list[Family]:
    """The families that the steel of the project is rolled as; of one that is not listed, all."""
    assert project.support is not None
    assert project.support.steel is not None
    name = project.support.steel.material
    return [*FAMILIES] if name == "custom" else pack.material[name].families


def poles_of(project: Inputs) -> Poles:
    """The poles of a project that has some."""
    assert project.sign is not None
    assert project.sign.poles is not None
    return project.sign.poles


def candidates(
    family: Family, field: Field, project: Inputs, sections: SectionsPack
) -> Iterator[Candidate]:
    """Each section of a family in its place, in rising weight; of equals the smaller outside."""
    rows = [section for name in sections.families[family] if (section := sections.section(name))]
    for section in sorted(rows, key=order_of):
        yield Candidate(section, _with(section, field, project, sections))


def order_of(section: Section) -> tuple[float, float, float, str]:
    """What sections are ordered by: weight, then outside, then name."""
    return section.weight, section.height, section.width, section.name


def _with(section: Section, field: Field, project: Inputs, sections: SectionsPack) -> Inputs:
    """The project with this section in its place; what is told by hand of it, goes."""
    poles = poles_of(project)
    others = [stage.section for n, stage in enumerate(poles.stages or ()) if n != field.stage]
    changes: dict[str, Any] = {"axis": None}
    if section.family == "rectangular_hss" or any(
        _is_rectangular(name, sections) for name in others
    ):
        changes["axis"] = poles.axis or "strong"
    if poles.stages is None or field.stage is None:
        shape = _shape(section, poles.shape)
        changes |= {**_BY_HAND, "top_width_in": None, "section": section.name, "shape": shape}
    else:
        stages = [*poles.stages]
        own = stages[field.stage]
        shape = _shape(section, own.shape)
        stages[field.stage] = own.replace(**_BY_HAND, section=section.name, shape=shape)
        changes["stages"] = stages
    assert project.sign is not None
    return project.replace(sign=project.sign.replace(poles=poles.replace(**changes)))


def _is_rectangular(name: str | None, sections: SectionsPack) -> bool:
    found = None if name is None else sections.section(name)
    return found is not None and found.family == "rectangular_hss"


def _shape(section: Section, told: str | None) -> str | None:
    """How it stands in the wind: a square as the project has it, any other as it is."""
    return told if told == "square_diagonal" and told in SHAPES_OF[section.family] else None
