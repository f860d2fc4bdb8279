"""The part of a concrete pack that holds anchor rods: ACI 318, chapter 17."""

from typing import Literal

from apex_cli.packs.model import Constant, Share
from apex_cli.records.fields import field
from apex_cli.records.model import Model

Plain = Constant[Literal["1"]]
Inches = Constant[Literal["in"]]
Ksi = Constant[Literal["ksi"]]


class Anchorage(Model):
    """Cast-in rods with a head, and the bars that hold what the concrete cannot."""

    phi_tension: Share = field(description="Ductile steel in tension.")
    phi_shear: Share = field(description="Ductile steel in shear.")
    phi_concrete: Share = field(description="Concrete without more reinforcement.")
    phi_bars: Share = field(description="Bars as anchor reinforcement.")
    strength_yield: Plain = field(description="Greatest f_uta over f_ya.")
    strength_most: Ksi = field(description="Greatest f_uta.")
    steel_shear: Share = field(description="Shear over tension.")
    grout: Share = field(description="Share of the shear that is left over a grout pad.")
    pullout: Plain = field(description="Stress under a head over f'c, cracked concrete.")
    side_face: Plain
    side_face_depth: Plain = field(description="Depth over edge distance from which it counts.")
    breakout: Plain
    breakout_deep: Plain = field(description="The same, of deep rods with the power of 5/3.")
    deep: Inches = field(description="Depth from which rods are deep.")
    deepest: Inches = field(description="Depth to which the deep equation goes.")
    shear_breakout: Plain
    shear_breakout_most: Plain
    pryout: Plain = field(description="Shear that pries rods out over their breakout.")
    interaction: Plain = field(description="Sum of the shares that may be reached.")
    interaction_from: Share = field(description="Share up to which the other stands alone.")
    near: Plain = field(description="How far bars may stand from a rod, over its depth.")
    cone: Plain = field(description="Run over rise of a breakout cone.")
    lap: Plain = field(description="Length of a lap over the development length.")
    top_ties_small: Plain = field(description="Ties #3 at the top of a pier with rods.")
    top_ties: Plain = field(description="The same of larger ties.")
