"""What stands in the wind: faces, poles, weights and natural frequency, whatever wind there is."""

from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from apex_cli.equations import Bare
from apex_cli.packs.exposure import ExposurePack
from apex_cli.project.hazards import Ice
from apex_cli.project.sign import Gust, Sign
from apex_cli.solvers.exposure.attached import attachments_of
from apex_cli.solvers.exposure.faces import Face, cabinets_of
from apex_cli.solvers.exposure.groups import Layout, faces_of
from apex_cli.solvers.exposure.hazard_results import IceResult
from apex_cli.solvers.exposure.reach import reach
from apex_cli.solvers.exposure.supports import Support, support_of, tell_shapes
from apex_cli.solvers.exposure.sway import natural_frequency
from apex_cli.solvers.exposure.weights import Weights, weights_of

if TYPE_CHECKING:
    from apex_cli.packs.eurocode_wind import EurocodeWindPack
    from apex_cli.packs.hazards import HazardsPack
    from apex_cli.packs.sections import SectionsPack


class Beside(NamedTuple):
    """What is read beside the wind standard.

    Args:
        sections: Has the sections that the poles name.
        hazards: What the edition says of earthquake and ice.
        ice: That of the project.
    """

    sections: "SectionsPack | None" = None
    hazards: "HazardsPack | None" = None
    ice: Ice | None = None


class Body(Struct, frozen=True):
    """What stands in the wind.

    Args:
        cabinets: Each cabinet as a face.
        layout: The faces that the wind meets, and other readings of them.
        support: The poles.
        weights: Of cabinets and poles.
        ice: On all of it; None: there is none.
        gust: How gusts are taken.
        n_1: Natural frequency, Hz; None: not known.
    """

    cabinets: list[Face]
    layout: Layout
    support: Support | None
    weights: Weights
    ice: IceResult | None
    gust: Gust
    n_1: float | None


def body_of(
    sign: Sign,
    gust: Gust | None,
    pack: "ExposurePack | EurocodeWindPack",
    beside: Beside,
    trace: Bare,
    *,
    swaying: bool = True,
) -> Body:
    """What stands in the wind.

    Args:
        sign: The sign.
        gust: How gusts are taken, if the project says.
        pack: The wind standard.
        beside: What is read beside the wind standard.
        trace: Calls the equations.
        swaying: Whether gusts and the natural frequency enter.

    Raises:
        InvalidInput: Poles, sections or cabinets that are refused.
        NoAnswer: Cabinets that are to be one face, and cannot.
    """
    cabinets = cabinets_of(sign, trace)
    layout = faces_of(cabinets, sign, pack.sign, trace)
    support = None
    if sign.poles is None:
        trace.assume("No poles are given: no wind on the support, and one foundation.")
    else:
        support = support_of(sign.poles, layout.faces, beside.sections, trace)
        if pack.family == "american":
            tell_shapes(support, trace)
        reach(cabinets, support, pack.sign, trace)
    ice = None
    if beside.ice is not None and beside.hazards is not None:
        from apex_cli.solvers.exposure.ice import ice_on  # noqa: PLC0415 - where there is some

        ice = ice_on(beside.ice, sign, cabinets, support, pack=beside.hazards, trace=trace)
        trace.cite(pack.citations)
    iced = () if ice is None else ice.hung
    weights = weights_of(cabinets, support, attachments_of(sign), iced, trace)
    if not swaying:
        return Body(cabinets, layout, support, weights, ice, Gust(), None)
    if gust is None:
        gust = Gust()
        trace.assume(pack.without_gust)
    n_1 = natural_frequency(gust, support, weights, pack.frequency, trace)
    return Body(cabinets, layout, support, weights, ice, gust, n_1)
