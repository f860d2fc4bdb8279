"""A key of another unit is told with its value in the unit of the key that was meant."""

from typing import Any

import pytest

from apex_cli.records.meant import meant

KNOWN = ["height_ft", "width_ft", "weight_psf", "wind_speed_mph", "lateral_psf_per_ft", "section"]


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("width_in", 126, "did you mean width_ft: 10.5?"),
        ("width_in", 126.0, "did you mean width_ft: 10.5?"),
        ("width_in", "3.2 m", "did you mean width_ft: 10.49868766?"),
        ("width_m", 3, "did you mean width_ft: 9.842519685?"),
        ("widht_in", 126, "did you mean width_ft: 10.5?"),
        ("wind_speed_kmh", 185.2, "did you mean wind_speed_mph: 115.0779448?"),
        ("lateral_kn_per_m3", 20, "did you mean lateral_psf_per_ft: 127.3176071?"),
        ("width_in", "126", "did you mean 'width_ft', in ft?"),
        ("width_in", True, "did you mean 'width_ft', in ft?"),
        ("width_in", [126], "did you mean 'width_ft', in ft?"),
        ("weight_plf", 3, "did you mean 'weight_psf', in psf?"),
        ("widht_ft", 3, "did you mean 'width_ft'?"),
        ("width", 3, "did you mean 'width_ft'?"),
        ("section_m", 3, "did you mean 'section'?"),
        ("color_in", 3, ""),
        ("x" * 1000, 3, ""),
    ],
)
def test_what_an_unknown_key_was_meant_for(key: str, value: Any, said: str) -> None:
    assert meant(key, value, KNOWN) == said
