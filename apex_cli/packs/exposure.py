"""What a wind standard says: the model of an exposure pack."""

from functools import cached_property
from typing import Annotated, Literal, get_args

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
    named,
    require,
)
from apex_cli.packs.model import Constant, Pack, Share, Sourced
from apex_cli.quantities import Known
from apex_cli.records.fields import Checked, Positive, Refused, field
from apex_cli.records.model import Model
from apex_cli.vocabulary import ExposureCategory, RiskCategory, ShortText

Method = Literal["kd_in_pressure_without_ke", "kd_in_pressure", "kd_in_force"]
Feature = Literal["ridge_2d", "escarpment_2d", "hill_3d"]
HOLLOW = ("round", "square", "square_diagonal", "hexagonal", "octagonal")
"""The hollow poles that a pack has numbers for; rectangular ones are built of the square's."""
SURFACES = ("round_large_smooth", "round_large_rough", "round_large_very_rough")
"""Round poles of some size, by how smooth they are."""


class Kz(Model):
    """The velocity pressure exposure coefficient: formula, and the printed table where given."""

    governs: Literal["formula", "table"]
    coefficient: One
    z_min: Ft
    constant_to: Ft | None = field(
        default=None, description="Up to where K_z stays constant above the gradient height."
    )
    table: KzTable | None = None

    def consistent(self) -> None:
        """What governs is there."""
        if self.governs == "table" and self.table is None:
            raise Refused((("table",), f"is missing: it governs ({self.coefficient.clause})"))


class Elevation(Model):
    """The ground elevation factor."""

    rate: Constant[Literal["1/kft"]]
    default: One


class FeatureRow(Model):
    """The topographic multipliers of one kind of feature."""

    k_1: dict[ExposureCategory, Positive]
    gamma: Positive
    mu_upwind: Positive
    mu_downwind: Positive


class Multipliers(Sourced):
    """The topographic multipliers."""

    units: Literal["1"]
    rows: dict[Feature, FeatureRow]

    def consistent(self) -> None:
        """Every feature has its multipliers in every exposure."""
        require(holds=len(self.rows) == len(get_args(Feature)), message="has every feature")
        complete = all(
            len(row.k_1) == len(get_args(ExposureCategory)) for row in self.rows.values()
        )
        require(holds=complete, message="has k_1 in exposure B, C and D")

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
    least_height: dict[ExposureCategory, Ft]

    def consistent(self) -> None:
        """Every exposure has a least height."""
        complete = len(self.least_height) == len(get_args(ExposureCategory))
        require(holds=complete, message="has least heights in exposure B, C and D")


class GustConstants(Model):
    """The gust-effect factor."""

    constant: One
    g_q: One
    g_v: One
    flexible_below: Constant[Literal["Hz"]]
    ask_frequency_above: Constant[Literal["ft"]]
    damping: Share
    equivalent_height: Literal["0.6h", "centroid"]


class SolidSign(Model):
    """The figure for solid freestanding walls and signs."""

    case_ab: Grid
    case_c: Regions
    case_c_wide: Regions
    return_corner: Line
    rules: Annotated[
        Numbers,
        named(
            "solid_above", "openings_exponent", "eccentricity", "shift", "case_c_from",
            "corner_from", "height_reduction",
        ),
    ]  # fmt: skip
    one_face_gap: One = field(
        description="Cabinets are one face with a gap of at most so many times the smaller s."
    )
    told_face_gap: One = field(
        description="Up to this gap the reading as one face is told beside the other."
    )
    between_tables: Literal["far_column", "interpolate"]
    short_return_corner: Literal["none", "interpolate", "flat"]
    openings_reduction: bool


def _from_none(bands: Lines) -> Lines:
    """Any solidity lies in a band."""
    if bands.arguments[0] != 0:
        raise Refused("the bands must begin at 0")
    return bands


class OpenSign(Model):
    """Open signs, single-plane frames and trussed towers."""

    bands: Annotated[Lines, named("flat", "round_small", "round_large"), Checked(_from_none)]
    towers: Annotated[
        Numbers,
        named(
            "square_2", "square_1", "square_0", "triangle_2", "triangle_1", "triangle_0", "round_2",
            "round_0", "diagonal_1", "diagonal_most",
        ),
    ]  # fmt: skip


class PoleFigure(Model):
    """Chimneys, tanks and similar structures, of which a pole is one."""

    cf: Annotated[Lines, named(*HOLLOW[1:], "round_small", *SURFACES)]
    threshold: Constant[Literal["ft-psf^0.5"]]


class Frequency(Model):
    """What the estimate of the natural frequency needs."""

    modulus: Constant[Literal["ksi"]]
    gravity: Constant[Literal["ft/s2"]]
    pole_mass_share: Share
    inertia: Annotated[Numbers, named(*HOLLOW)]


class LeastSpeeds(Sourced):
    """The lowest wind speed on the map of each risk category."""

    units: Literal["mph"]
    values: dict[RiskCategory, Positive]

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
    kd: Annotated[Numbers, named("solid_sign", "open_sign", "trussed_frame", *HOLLOW)]
    gust: GustConstants
    sign: SolidSign
    open_sign: OpenSign
    pole: PoleFigure
    minimum_pressure: Constant[Literal["psf"]]
    combinations: Combinations
    frequency: Frequency
    map_range: MapRange
    tornado: Tornado | None = None

    def consistent(self) -> None:
        """The method has the factors that its velocity pressure takes, and no others."""
        taken = self.method != "kd_in_pressure_without_ke"
        if taken == (self.elevation is None):
            told = (
                "is missing: the method {} has" if taken else "has no place: the method {} has no"
            )
            clause = self.velocity_constant.clause
            raise Refused((("elevation",), f"{told.format(self.method)} K_e ({clause})"))

    @property
    def without_gust(self) -> str:
        """What is taken where the project says nothing of gusts."""
        return f"No gust method is given: the constant {self.gust.constant.value:g}."
