"""The weight of ice on cabinets, poles and attachments; the wind on ice is not answered."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.packs.hazards import HazardsPack
from apex_cli.packs.hazards import Ice as Rules
from apex_cli.project.hazards import Ice
from apex_cli.project.sign import Sign
from apex_cli.solvers.acting import Hung
from apex_cli.solvers.exposure.attached import name_of
from apex_cli.solvers.exposure.equations import ice as eq
from apex_cli.solvers.exposure.equations.poles import exposed_length
from apex_cli.solvers.exposure.faces import Face
from apex_cli.solvers.exposure.hazard_results import IcedRow, IceResult
from apex_cli.solvers.exposure.supports import Support
from apex_cli.solvers.poles import Stage, StageShape, outside

AROUND: Mapping[StageShape, Callable[[Stage, Bare], float]] = {
    "round": lambda stage, _: stage.width,
    "square": lambda stage, trace: trace(eq.around_rectangle, D=stage.width, D_l=stage.depth),
    "square_diagonal": lambda stage, trace: trace(
        eq.around_rectangle, D=stage.width, D_l=stage.depth
    ),
    "rectangular": lambda stage, trace: trace(eq.around_rectangle, D=stage.width, D_l=stage.depth),
    "hexagonal": lambda stage, trace: trace(eq.around_hexagon, D=stage.width),
    "octagonal": lambda stage, trace: trace(eq.around_octagon, D=stage.width),
}
"""Diameter of the cylinder around a stage, in, by its shape; of a tapered one at its foot."""


Named = tuple[str, Hung]


class Coat(NamedTuple):
    """Ice of a thickness (in) and a density (pcf), by an edition's rules."""

    t_d: float
    gamma: float
    rules: Rules

    def on_plate(self, area: float, trace: Bare) -> float:
        """Weight on a vertical plate of this area, lbf."""
        k_p = self.rules.vertical_plate.number
        return trace(eq.ice_on_plate, gamma_ice=self.gamma, k_p=k_p, t_d=self.t_d, A=area)


def ice_on(
    ice: Ice,
    sign: Sign,
    cabinets: list[Face],
    support: Support | None,
    *,
    pack: HazardsPack,
    trace: Bare,
) -> IceResult:
    """The ice on everything that stands in the rain, with names and in its places.

    Args:
        ice: Its thickness.
        sign: The sign, for what hangs on it.
        cabinets: Each cabinet as a face.
        support: The poles.
        pack: The edition's constants.
        trace: Calls the equations.
    """
    trace.cite(pack.citations)
    coat = Coat(ice.thickness_in, ice.density_pcf or pack.ice.density.number, pack.ice)
    found = [
        *_on_cabinets(coat, cabinets, trace),
        *_on_poles(coat, support, trace),
        *_on_attachments(coat, sign, trace),
    ]
    trace.subject = ""
    _tell(ice, pack.ice, trace)
    rows = [IcedRow(name, hung.weight) for name, hung in found]
    return IceResult(
        pack.standard, ice.thickness_in, coat.gamma, rows, tuple(hung for _, hung in found)
    )


def _on_cabinets(coat: Coat, cabinets: list[Face], trace: Bare) -> Iterator[Named]:
    for face in cabinets:
        trace.subject = f"ice, {face.name}"
        weight = coat.on_plate(face.area, trace)
        yield face.name, Hung(weight, face.bottom, face.top, face.x)


def _on_poles(coat: Coat, support: Support | None, trace: Bare) -> Iterator[Named]:
    if support is None:
        return
    stages = tuple(outside(support.stages))
    for stage in stages:
        name = "poles" if len(stages) == 1 else stage.name
        trace.subject = f"ice, {name}"
        run = stage.top
        if stage.bottom:
            run = trace(exposed_length, z_1=stage.bottom, z_2=stage.top)
        weight = trace(
            eq.ice_on_poles,
            N=support.number, gamma_ice=coat.gamma, t_d=coat.t_d,
            D_c=AROUND[stage.shape](stage, trace), L=run,
        )  # fmt: skip
        yield name, Hung(weight, stage.bottom, stage.top, 0.0)


def _on_attachments(coat: Coat, sign: Sign, trace: Bare) -> Iterator[Named]:
    for n, one in enumerate(sign.attachments or ()):
        if one.facing_ft2:
            name = name_of(n, one)
            trace.subject = f"ice, {name}"
            weight = coat.on_plate(one.facing_ft2, trace)
            yield name, Hung(weight, one.height_ft, one.height_ft, one.offset_ft)


def _tell(ice: Ice, rules: Rules, trace: Bare) -> None:
    if not ice.source:
        trace.assume("Nobody says where the thickness of the ice comes from (site.ice.source).")
    trace.assume(
        f"Ice of {ice.thickness_in:g} in weighs on the faces of the cabinets as on vertical "
        f"plates ({rules.vertical_plate.value:g} pi t_d A), around the whole length of the poles "
        "as on the cylinder around them, and on attachments as on plates of their area. It counts "
        "as dead load where dead load asks for more, and as nothing where it helps: in "
        "combinations that take less than the whole dead load, and in no earthquake. Wind on ice "
        "is not answered: larger areas, other coefficients, the wind speed of the ice map."
    )
