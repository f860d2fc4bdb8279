"""Hills, ridges and escarpments: whether they count, and the factor at any height."""

from apex_cli.equations import Bare
from apex_cli.packs.exposure import ExposurePack
from apex_cli.project.site import Topography
from apex_cli.solvers.exposure.equations import topography as eq
from apex_cli.solvers.limits import SAME
from apex_cli.vocabulary import ExposureCategory


class Hill:
    """A feature that speeds the wind up.

    Args:
        feature: What the project says of it.
        exposure: Exposure category.
        pack: The wind standard.
        trace: Calls the equations.
    """

    def __init__(
        self, feature: Topography, exposure: ExposureCategory, pack: ExposurePack, trace: Bare
    ) -> None:
        numbers = pack.topography.multipliers.numbers[feature.feature]
        height = feature.height_ft
        self._trace = trace
        self._gamma = numbers["gamma"]
        self._length = trace(
            eq.effective_half_length,
            L_h=feature.half_length_ft,
            H=height,
            r=pack.topography.steepest.number,
        )
        self._k_1 = trace(
            eq.multiplier_1, k_1=numbers[f"k_1/{exposure}"], H=height, L_h=self._length
        )
        self._k_2 = trace(
            eq.multiplier_2,
            x=feature.distance_ft,
            mu=numbers[feature.side],
            L_h=self._length,
        )

    def factor(self, z: float) -> float:
        """The topographic factor at the height z (ft) above the ground."""
        k_3 = self._trace(eq.multiplier_3, gamma=self._gamma, z=z, L_h=self._length)
        return self._trace(eq.topographic_factor, K_1=self._k_1, K_2=self._k_2, K_3=k_3)


def hill_of(
    feature: Topography, exposure: ExposureCategory, pack: ExposurePack, trace: Bare
) -> Hill | None:
    """The feature if it is steep and high enough to count (26.8.1), else None: Kzt = 1.0."""
    rules = pack.topography
    slope, least = rules.least_slope.value, rules.least_height[exposure].value
    if feature.height_ft < slope * feature.half_length_ft * (1 - SAME):
        trace.assume(
            f"The feature is gentle, H/Lh below {slope:g}: it does not count (26.8.1), Kzt = 1.0."
        )
        return None
    if feature.height_ft < least:
        trace.assume(
            f"The feature is lower than {least:g} ft in Exposure {exposure}: it does not count "
            "(26.8.1), Kzt = 1.0."
        )
        return None
    trace.assume(
        "The other conditions of 26.8.1 are taken as met: the feature is isolated, nothing upwind "
        "within 100 H or 2 miles, and at least twice as high as what stands within 2 miles."
    )
    far = feature.distance_ft > feature.half_length_ft
    if far and not (feature.feature == "escarpment_2d" and feature.side == "downwind"):
        trace.warn(
            "topography.below_upper_half",
            "notice",
            "The site is not in the upper half of the feature; the factor is kept, which is "
            "conservative.",
            rules.least_slope.clause,
        )
    return Hill(feature, exposure, pack, trace)
