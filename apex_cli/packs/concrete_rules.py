"""The parts of a concrete pack, each with its numbers."""

from typing import Annotated, Literal

from msgspec import Meta

from apex_cli.packs.model import Constant, Share
from apex_cli.records.fields import MOST, Refused, field
from apex_cli.records.model import Model

Plain = Constant[Literal["1"]]
Psi = Constant[Literal["psi"]]
Ksi = Constant[Literal["ksi"]]
Inches = Constant[Literal["in"]]
PerKsi = Constant[Literal["1/ksi"]]


class Material(Model):
    """Concrete and bars as materials."""

    elastic_modulus: Ksi = field(description="Of bars.")
    yield_limit: Ksi = field(description="Greatest f_y that flexure may count on.")
    tie_yield_limit: Ksi = field(description="Greatest f_yt that shear may count on.")
    least_strength: Psi = field(description="Least f'c.")
    root_limit: Psi = field(description="Greatest root of f'c in shear and torsion.")
    lightweight: Plain = field(description="lambda of normal-weight concrete.")


class Flexure(Model):
    """Strength in flexure and axial load."""

    ultimate_strain: Share
    block_stress: Share = field(description="Stress of the block over f'c.")
    block_depth: Share = field(description="Greatest depth of the block over c.")
    block_depth_until: Psi = field(description="f'c up to which it is that.")
    block_depth_slope: PerKsi = field(description="What it loses above, per ksi.")
    block_depth_least: Share
    phi_tension: Share
    phi_compression: Share = field(description="With ties.")
    tension_strain: Share = field(description="Strain of `methods.tension_controlled`.")
    axial_share: Share = field(description="Share of P_o that counts, with ties.")


class PlainConcrete(Model):
    """Concrete that is not reinforced."""

    phi: Share
    flexure: Plain = field(description="Stress in flexure over the root of f'c.")
    shear: Plain = field(description="Stress in shear over the root of f'c.")


class ShearRules(Model):
    """Shear."""

    phi: Share
    effective_depth: Share = field(description="d of a circle over its diameter.")
    concrete: Plain = field(description="Stress that concrete carries over the root of f'c.")
    ties_most: Plain = field(description="Greatest stress that ties carry over the root of f'c.")
    ties_wide: Plain = field(description="The same, unless they stand at a quarter of d.")
    tension_share: Share = field(description="Share of the bars that counts as tension steel.")


class SizeEffect(Model):
    """Shear by Table 22.5.5.1 of the 2019 edition."""

    untied: Plain = field(description="Factor where ties are less than the least.")
    depth: Inches = field(description="Depth of the size effect.")
    axial: Plain = field(description="What axial stress is divided by.")
    axial_limit: Plain = field(description="Greatest axial part over f'c.")
    most: Plain = field(description="Greatest stress over the root of f'c.")


class TieRules(Model):
    """Ties."""

    least_root: Plain = field(description="Least ties: over the root of f'c.")
    least_stress: Psi = field(description="Least ties: at least this stress.")
    needed_above: Share = field(description="Share of the concrete's shear that needs no ties.")
    spacing_bars: Plain = field(description="Greatest spacing over the diameter of the bars.")
    spacing_ties: Plain = field(description="Greatest spacing over the diameter of the ties.")
    spacing_depth: Plain = field(description="Over d, where ties carry shear.")
    small: Plain = field(description="Number of the least tie.")
    small_to: Plain = field(description="Largest bar that it may hold.")
    large: Plain = field(description="Number of the least tie of larger bars.")
    overlap: Inches = field(description="Length that a closed tie has beyond once around.")


class MinimumSteel(Model):
    """Least and greatest steel, by each reading."""

    one_percent: Share
    half_percent: Share
    cracking: Plain = field(description="Design stress at cracking over the root of f'c.")
    most: Share
    least_bars: Plain


class Detailing(Model):
    """Cover, spacing, size."""

    clear_spacing: Inches
    clear_spacing_bars: Plain = field(description="Least clear spacing over the diameter.")
    cover: Inches = field(description="Against earth.")
    narrow: Inches = field(description="Below this width an isolated element needs a look.")


class GradeFactor(Model):
    """psi_g of bars up to a strength."""

    up_to: Ksi | None = field(default=None, description="Up to this strength; null: any.")
    factor: Plain


class Development(Model):
    """Development of straight bars in tension."""

    factor: Plain
    confinement_most: Plain
    least: Inches
    small_bars: Share = field(description="Factor of small bars.")
    small_bars_to: Plain = field(description="Largest of them.")
    grades: Annotated[list[GradeFactor], Meta(min_length=1)]

    def consistent(self) -> None:
        """The strengths rise, and the last row is for any."""
        found = [row.up_to.value if row.up_to else MOST for row in self.grades]
        if found != sorted(set(found)) or found[-1] != MOST:
            raise Refused("the strengths must rise, and the last be null")

    def grade(self, fy_ksi: float) -> Plain:
        """psi_g of bars of this strength."""
        return next(
            row.factor for row in self.grades if row.up_to is None or fy_ksi <= row.up_to.value
        )


class HookFactors(Model):
    """What the hooks of the 2019 edition read beside the factor."""

    close: Plain = field(description="psi_r of hooks that stand closer than `clear`.")
    open_side: Plain = field(description="psi_o of hooks with less concrete beside than `clear`.")
    clear: Plain = field(description="Diameters from which neither counts.")
    weak: Share = field(description="psi_c at no strength of the concrete.")
    weak_per: Psi = field(description="Strength over which psi_c grows by 1; 1 is the most.")


class Hooks(Model):
    """Development of bars with a standard hook, in tension."""

    factor: Plain = field(description="What the stress is divided by (`methods.hook`).")
    least: Inches
    least_bars: Plain = field(description="The same in diameters of the bar.")
    tail: Plain = field(description="What the hook adds to the length of a bar, in diameters.")
    factors: HookFactors | None = field(default=None, description="What power_2019 reads.")


class Embedment(Model):
    """A pole that stands in the concrete of its pier."""

    phi: Share
    stress: Plain = field(description="Bearing stress over f'c.")
