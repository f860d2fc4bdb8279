"""The part of a concrete pack that holds the slab of a spread footing: ACI 318, chapter 13."""

from typing import Literal

from apex_cli.packs.model import Constant, Share
from apex_cli.records.fields import field
from apex_cli.records.model import Model

Plain = Constant[Literal["1"]]
Inches = Constant[Literal["in"]]
Ksi = Constant[Literal["ksi"]]


class Slab(Model):
    """Slabs on the ground under one pole."""

    least_depth: Inches = field(description="Least effective depth of the bottom bars.")
    top_cover: Inches = field(description="Cover of the top bars, which earth lies on.")
    least_steel: Share = field(description="Least steel ratio of bars of `grade`.")
    least_steel_low: Share = field(description="The same of bars below it.")
    least_steel_floor: Share = field(description="Below which higher grades do not bring it.")
    grade: Ksi = field(description="From here on the least steel falls with the grade.")
    spacing: Plain = field(description="Greatest spacing over the thickness.")
    spacing_most: Inches = field(description="Greatest spacing in any slab.")
    punching: Plain = field(description="Greatest two-way stress over the root of f'c.")
    punching_base: Plain = field(description="Base of its other limits.")
    punching_aspect: Plain = field(description="What the ratio of the column's sides adds.")
    punching_depth: Plain = field(description="alpha_s of a column in the middle.")
    transfer: Share = field(description="Factor of the share that flexure transfers.")
    fresh_concrete: Plain = field(description="psi_t of bars with fresh concrete below.")
    fresh_depth: Inches = field(description="More of it below than this counts.")
    plain_loss: Inches = field(description="What of a plain slab against soil does not count.")
    plain_thickness: Inches = field(description="Least thickness of a plain slab.")
    dowels: Share = field(description="Least dowels over the area of the stem.")
