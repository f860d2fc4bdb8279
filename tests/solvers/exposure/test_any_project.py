"""Whatever the project model admits gets finite numbers or an error of ours."""

import dataclasses
import math
from collections.abc import Callable, Iterator
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from apex_cli.equations import Bare
from apex_cli.errors import ApexError
from apex_cli.project.model import Inputs
from apex_cli.records.fields import LEAST
from apex_cli.solvers.exposure.inputs import ExposureInputs
from apex_cli.solvers.exposure.solve import solve


def between(low: float, high: float) -> st.SearchStrategy[float]:
    """Numbers of the range, its ends among them."""
    return st.one_of(
        st.sampled_from([low, high]), st.floats(low, high).filter(lambda x: not 0 < abs(x) < LEAST)
    )


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(st.none(), strategy)


ELEMENT = st.fixed_dictionaries(
    {
        "width_ft": between(0.01, 2000),
        "height_ft": between(0.01, 500),
        "bottom_ft": between(0, 1000),
        "solidity": between(0.001, 1),
        "offset_ft": between(-500, 500),
        "return_corner_ft": between(0, 1000),
        "thickness_ft": maybe(between(0.01, 500)),
        "area_ft2": maybe(between(0.0001, 1e6)),
        "weight_psf": maybe(between(0, 1000)),
        "members": maybe(st.sampled_from(["flat", "round"])),
        "member_diameter_in": maybe(between(0.01, 200)),
        "frame": maybe(st.sampled_from(["single_plane", "trussed_square", "trussed_triangular"])),
    }
)
POLES = st.fixed_dictionaries(
    {
        "count": st.integers(1, 20),
        "shape": st.sampled_from(["round", "square", "square_diagonal", "hexagonal", "octagonal"]),
        "width_in": between(0.1, 600),
        "top_width_in": maybe(between(0.1, 600)),
        "wall_in": maybe(between(0.001, 300)),
        "surface": st.sampled_from(["smooth", "rough", "very_rough"]),
        "spacing_ft": between(0, 500),
        "weight_plf": maybe(between(0, 10_000)),
        "top_ft": maybe(between(0.01, 1500)),
    }
)
SITE = st.fixed_dictionaries(
    {
        "wind_speed_mph": between(1, 300),
        "exposure": st.sampled_from(["B", "C", "D"]),
        "ground_elevation_ft": maybe(between(-1500, 20_000)),
        "topography": maybe(
            st.fixed_dictionaries(
                {
                    "feature": st.sampled_from(["ridge_2d", "escarpment_2d", "hill_3d"]),
                    "height_ft": between(0.1, 20_000),
                    "half_length_ft": between(0.1, 100_000),
                    "distance_ft": between(0, 500_000),
                    "side": st.sampled_from(["upwind", "downwind"]),
                }
            )
        ),
    }
)
GUST = st.fixed_dictionaries(
    {
        "method": st.sampled_from(["constant", "rigid", "flexible"]),
        "equivalent_height": maybe(st.sampled_from(["0.6h", "centroid"])),
        "natural_frequency_hz": maybe(between(0.01, 100)),
        "damping_ratio": maybe(between(0.001, 0.2)),
    }
)


def numbers(value: Any) -> Iterator[float]:
    if isinstance(value, float):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from numbers(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from numbers(getattr(value, field.name))


@settings(deadline=None, max_examples=250)
@given(
    site=SITE,
    elements=st.lists(ELEMENT, min_size=1, max_size=4),
    poles=maybe(POLES),
    gust=maybe(GUST),
    stacking=st.sampled_from(["separate", "combined"]),
    edition=st.sampled_from(["7-10", "7-16", "7-22"]),
    kz_method=maybe(st.sampled_from(["formula", "table"])),
)
def test_finite_numbers_or_our_error(
    pack_of: Callable[[str], Any],
    *,
    site: dict[str, Any],
    elements: list[dict[str, Any]],
    poles: dict[str, Any] | None,
    gust: dict[str, Any] | None,
    stacking: str,
    edition: str,
    kz_method: str | None,
) -> None:
    sign = {"elements": elements, "poles": poles, "stacking": stacking}
    for element in elements:
        box = element["width_ft"] * element["height_ft"]
        if (element["area_ft2"] or 0) > box:
            element["area_ft2"] = box
    project = Inputs.read({"site": site, "sign": sign, "gust": gust, "kz_method": kz_method})
    try:
        result = solve(ExposureInputs.of(project), pack_of(edition), Bare())
    except ApexError as error:
        assert error.faults  # noqa: PT017 - which error it is depends on the draw
        return
    assert all(map(math.isfinite, numbers(result)))
    assert result.base is not None
    assert result.base.shear_lbf > 0
    assert result.base.moment_kipft > 0
