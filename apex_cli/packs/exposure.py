"""What a wind standard says: the model of an exposure pack."""

from functools import cached_property
from typing import Literal, get_args

from apex_cli.packs.combinations import Combinations
from apex_cli.packs.exposure_tables import (
    Ft,
    Grid,
    KzTable,
    Line,
    Lines,
    Numbers,
    One,
    Regions,
    Terrain,
    require,
)
from apex_cli.packs.model import Constant, Pack, Sourced
from apex_cli.quantities import Known
from apex_cli.records.fields import Number, field
from apex_cli.records.model import Model
from apex_cli.vocabulary import RiskCategory, ShortText

Method = Literal["kd_in_pressure_without_ke", "kd_in_pressure", "kd_in_force"]
Feature = Literal["ridge_2d", "escarpment_2d", "hill_3d"]


class Kz(Model):
    """The velocity pressure exposure coefficient: formula, and the printed table where given."""

    governs: Literal["formula", "table"]
    coefficient: One
    z_min: Ft
    constant_to: Ft | None = field(
        default=None, description="Up to where K_z stays constant above the gradient height."
    )
    table: KzTable | None = None


class Elevation(Model):
    """The ground elevation factor."""

    rate: Constant[Literal["1/kft"]]
    default: One


class FeatureRow(Model):
    """The topographic multipliers of one kind of feature."""

    k_1: dict[Literal["B", "C", "D"], Number]
    gamma: Number
    mu_upwind: Number
    mu_downwind: Number


class Multipliers(Sourced):
    """The topographic multipliers."""

    units: Literal["1"]
    rows: dict[Feature, FeatureRow]

    @cached_property
    def numbers(self) -> dict[str, dict[str, Known]]:
        """Feature to the name of a multiplier (``k_1/C``, ``gamma``) to its value."""
        found: dict[str, dict[str, Known]] = {}
        for feature, row in self.rows.items():
            here = found[feature] = {
                f"k_1/{category}": self.at("rows", feature, "k_1", category, value=value)
                for category, value in row.k_1.items()
            }
            here["gamma"] = self.at("rows", feature, "gamma", value=row.gamma)
            here["upwind"] = self.at("rows", feature, "mu_upwind", value=row.mu_upwind)
            here["downwind"] = self.at("rows", feature, "mu_downwind", value=row.mu_downwind)
        return found


class Topographic(Model):
    """The topographic factor."""

    default: One
    multipliers: Multipliers
    steepest: One
    least_slope: One
    least_height: dict[Literal["B", "C", "D"], Ft]


class GustConstants(Model):
    """The gust-effect factor."""

    constant: One
    g_q: One
    g_v: One
    flexible_below: Constant[Literal["Hz"]]
    ask_frequency_above: Constant[Literal["ft"]]
    damping: One
    equivalent_height: Literal["0.6h", "centroid"]


class SolidSign(Model):
    """The figure for solid freestanding walls and signs."""

    case_ab: Grid
    case_c: Regions
    case_c_wide: Regions
    return_corner: Line
    rules: Numbers
    one_face_gap: One = field(
        description="Cabinets are one face with a gap of at most so many times the smaller s."
    )
    told_face_gap: One = field(
        description="Up to this gap the reading as one face is told beside the other."
    )
    between_tables: Literal["far_column", "interpolate"]
    short_return_corner: Literal["none", "interpolate", "flat"]
    openings_reduction: bool


class OpenSign(Model):
    """Open signs, single-plane frames and trussed towers."""

    bands: Lines
    towers: Numbers


class PoleFigure(Model):
    """Chimneys, tanks and similar structures, of which a pole is one."""

    cf: Lines
    threshold: Constant[Literal["ft-psf^0.5"]]


class Frequency(Model):
    """What the estimate of the natural frequency needs."""

    modulus: Constant[Literal["ksi"]]
    gravity: Constant[Literal["ft/s2"]]
    pole_mass_share: One
    inertia: Numbers


class LeastSpeeds(Sourced):
    """The lowest wind speed on the map of each risk category."""

    units: Literal["mph"]
    values: dict[RiskCategory, Number]

    def consistent(self) -> None:
        """Every risk category has a map."""
        require(holds=len(self.values) == len(get_args(RiskCategory)), message="has four maps")


class MapRange(Model):
    """Wind speeds that the standard's maps usually show."""

    least: LeastSpeeds
    most: Constant[Literal["mph"]]


class Tornado(Sourced):
    """Risk categories for which the standard asks for tornado loads too."""

    risk_categories: list[RiskCategory]
    least_speed: Constant[Literal["mph"]]


class ExposurePack(Pack):
    """A wind standard's constants, as signs need them."""

    edition: ShortText
    method: Method = field(description="Where the directionality factor stands.")
    velocity_constant: Constant[Literal["psf/mph2"]]
    kz: Kz
    terrain: Terrain
    elevation: Elevation | None = None
    topography: Topographic
    kd: Numbers
    gust: GustConstants
    sign: SolidSign
    open_sign: OpenSign
    pole: PoleFigure
    minimum_pressure: Constant[Literal["psf"]]
    combinations: Combinations
    frequency: Frequency
    map_range: MapRange
    tornado: Tornado | None = None

    @property
    def without_gust(self) -> str:
        """What is taken where the project says nothing of gusts."""
        return f"No gust method is given: the constant {self.gust.constant.value:g}."
