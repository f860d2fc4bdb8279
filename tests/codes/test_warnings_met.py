"""Every warning of the table is met: a calculation that raises it."""

import json
from typing import Any

import pytest

from apex_cli.codes.warnings import WARNINGS

GIVEN = {
    "site.wind_speed_mph": None,
    "site.given_pressure": {"pressure_psf": 30, "level": "asd", "source": "Toledo OH 1387.08"},
}
WARNED: tuple[tuple[str, str, str, dict[str, Any]], ...] = (
    ("accepted.not_raised", "notice", "footing bare-footing",
     {"accepted": [{"code": "footing.rig_depth", "reason": "the driller has a deep rig"}]}),
    ("dead.weight_missing", "notice", "exposure pole-sign", {"sign.elements.0.weight_psf": None}),
    ("example_prices", "warning", "pricing pole-sign",
     {"packs.pricing": "example-shop_v1", "pricing.addons": []}),
    ("footing.broms_factors", "review", "footing bare-footing",
     {"packs.footing": "broms-clay_v1", "soil": {"undrained_shear_strength_psf": 2000}}),
    ("footing.case_c_summed", "review", "footing wall-sign",
     {"footing.length_ft": 41, "footing.stem": None}),
    ("footing.depth_limit_reading", "notice", "footing bare-footing",
     {"loads.lateral_lbf": 9000, "footing.depth_limit": "d<=12"}),
    ("footing.depth_limit_reading", "warning", "footing bare-footing",
     {"loads.lateral_lbf": 9000, "footing.depth_limit": "d/3<=12"}),
    ("footing.edition_mismatch", "warning", "footing pole-sign", {"packs.footing": "ibc-2018_v1"}),
    ("footing.factor_on_report_values", "review", "footing bare-footing",
     {"footing.isolated_pole": True, "soil": {"lateral_psf_per_ft": 200}}),
    ("footing.frost_not_given", "review", "footing bare-footing", {"site.frost_depth_in": None}),
    ("footing.local_overturning_not_held", "review", "footing bare-footing",
     {"local": {"overturning_ratio": 0.667, "source": "Pasco WA 17.30.010"}}),
    ("footing.long_pier", "review", "footing bare-footing", {"footing.width_ft": 0.7}),
    ("footing.outside_kern", "notice", "footing bare-footing",
     {"footing": {"type": "spread", "width_ft": 7, "thickness_ft": 2, "depth_ft": 2}}),
    ("footing.overhang", "warning", "footing monument-sign",
     {"footing.length_ft": 8, "footing.stem": None}),
    ("footing.pressure_increase", "review", "footing bare-footing",
     {"footing.pressure_increase": 1.33}),
    ("footing.rectangular_pier", "review", "footing bare-footing",
     {"footing.shape": "square", "footing.length_ft": 3}),
    ("footing.restraint_relied_on", "review", "footing bare-footing",
     {"footing.constraint": "constrained"}),
    ("footing.rig_depth", "warning", "footing bare-footing", {"footing.depth_ft": 90}),
    ("footing.sliding_not_checked", "warning", "footing bare-footing",
     {"soil": {"vertical_psf": 2000}, "footing": {"type": "spread"}}),
    ("footing.squat_pier", "review", "footing bare-footing", {"footing.width_ft": 8}),
    ("footing.stands_proud", "review", "footing bare-footing",
     {"footing": {"type": "spread", "depth_ft": 1, "thickness_ft": 2}}),
    ("footing.stem_not_given", "review", "footing bare-footing",
     {"footing": {"type": "spread", "width_ft": 9, "depth_ft": 4, "thickness_ft": 2}}),
    ("footing.sustained_moment", "notice", "footing flag-mounted-cabinet",
     {"sign.elements.0.offset_ft": 0.01}),
    ("footing.sustained_moment", "review", "footing flag-mounted-cabinet", {}),
    ("footing.tips_over", "notice", "footing bare-footing",
     {"footing": {"type": "spread", "width_ft": 2}}),
    ("footing.torsion_not_checked", "notice", "footing bare-footing", {"loads.torsion_lbft": 100}),
    ("footing.torsion_not_checked", "review", "footing bare-footing",
     {"loads.torsion_lbft": 20_000}),
    ("footing.vertical_bearing_not_checked", "notice", "footing bare-footing",
     {"loads.axial_lbf": 0, "soil": {"lateral_psf_per_ft": 200}}),
    ("footing.vertical_bearing_not_checked", "warning", "footing bare-footing",
     {"soil": {"lateral_psf_per_ft": 200}}),
    ("footing.wall_off_strip", "review", "footing wall-sign", {"sign.elements.0.offset_ft": 6}),
    ("footing.water_not_in_method", "review", "footing bare-footing",
     {"packs.footing": "broms-sand_v1", "site.water_depth_ft": 2,
      "soil": {"unit_weight_pcf": 115, "friction_angle_deg": 32}}),
    ("footing.weaker_layer", "review", "footing bare-footing",
     {"soil": {"layers": [{"to_ft": 2, "class": 5}, {"class": 3}]}}),
    ("gust.equivalent_height", "review", "exposure flexible-billboard-80ft",
     {"gust.equivalent_height": "0.6h"}),
    ("gust.flexible_sign", "review", "exposure flexible-billboard-80ft",
     {"gust.method": "constant"}),
    ("gust.frequency_unknown", "review", "exposure flexible-billboard-80ft",
     {"gust.method": "constant", "sign.poles.wall_in": None}),
    ("gust.not_flexible", "notice", "exposure pole-sign",
     {"gust.method": "flexible", "gust.natural_frequency_hz": 5}),
    ("poles.uplift", "warning", "exposure rollout-monument", {"sign.elements.0.offset_ft": 9}),
    ("roof.high_building", "review", "exposure roof-sign",
     {"sign.building.mean_roof_height_ft": 70, "sign.elements.0.bottom_ft": 76}),
    ("roof.no_gap", "review", "exposure roof-sign", {"sign.elements.0.bottom_ft": 20}),
    ("roof.two_readings", "warning", "exposure roof-sign", {}),
    ("roof.wider_than_building", "review", "exposure roof-sign", {"sign.building.width_ft": 12}),
    ("sign.area_small", "warning", "exposure pole-sign", {"sign.elements.0.area_ft2": 5}),
    ("sign.arms_not_counted", "notice", "exposure flag-mounted-cabinet",
     {"sign.elements.0.offset_ft": 20}),
    ("sign.cabinets_overlap", "warning", "exposure two-cabinet-pylon",
     {"sign.elements.1.bottom_ft": 20}),
    ("sign.faces_touch", "review", "exposure two-cabinet-pylon",
     {"sign.elements.1.bottom_ft": 18}),
    ("sign.other_reading", "review", "exposure two-pole-pylon",
     {"sign.elements": [
         {"width_ft": 20, "height_ft": 12, "bottom_ft": 18, "offset_ft": -11},
         {"width_ft": 20, "height_ft": 12, "bottom_ft": 18, "offset_ft": 11}],
      "sign.poles.top_ft": 30}),
    ("support.design_wall", "review", "support pole-sign-support",
     {"support.steel.design_wall": 1}),
    ("support.edition_mismatch", "warning", "support pole-sign-support",
     {"packs.footing": "ibc-2021_v1"}),
    ("support.fatigue", "review", "support pole-sign-support",
     {"support.splice": {"type": "sleeve"}, "sign.elements.0.bottom_ft": 50,
      "sign.poles": {"stages": [
          {"section": "PIPE20XS", "bottom_ft": 0, "top_ft": 30},
          {"section": "PIPE16XS", "bottom_ft": 27, "top_ft": 56}]}}),
    ("support.footing_first_order", "review", "all pole-sign-support",
     {"sign.elements.0.weight_psf": 100}),
    ("support.lumped_loads", "review", "support pole-sign-support",
     {"loads": {"lateral_lbf": 900, "height_ft": 21, "axial_lbf": 1000, "level": "asd",
                "replaces_wind": True}}),
    ("support.material_not_listed", "review", "support pole-sign-support",
     {"support.steel": {"material": "custom", "fy_ksi": 36, "fu_ksi": 58}}),
    ("support.material_of_section", "review", "support pole-sign-support",
     {"support.steel.material": "a500c"}),
    ("support.edition_mismatch", "warning", "support pole-sign-plate",
     {"packs.concrete": "aci318-14_v1"}),
    ("support.narrow_pier", "review", "support pole-sign-plate",
     {"footing.width_ft": 1.9, "support.base": None}),
    ("support.plain_pier", "review", "support pole-sign-embedded",
     {"support.pier.bars": None, "support.pier.ties": None, "support.readings.plain_pier": True}),
    ("support.plain_slab", "review", "support monument-sign-slab",
     {"support.slab.bottom": None, "support.slab.top": None, "support.readings.plain_slab": True}),
    ("support.none_passes", "review", "support pole-sign-support --select=section",
     {"sign.elements.0.width_ft": 90, "support.deflection.limit": 2000}),
    ("support.printed_properties", "notice", "support pole-sign-support", {}),
    ("support.second_order", "review", "support pole-sign-support",
     {"sign.elements.0.weight_psf": 600}),
    ("support.second_order", "warning", "support pole-sign-support",
     {"sign.elements.0.weight_psf": 470}),
    ("support.sleeve_gap", "review", "support pole-sign-support",
     {"support.splice": {"type": "sleeve"}, "support.opening": None,
      "sign.poles": {"stages": [
          {"section": "PIPE12STD", "bottom_ft": 0, "top_ft": 12},
          {"section": "PIPE10STD", "bottom_ft": 10, "top_ft": 24}]}}),
    ("support.sleeve_gap", "warning", "support pole-sign-support",
     {"support.splice": {"type": "sleeve"}, "support.opening": None,
      "sign.poles": {"stages": [
          {"shape": "round", "width_in": 12, "wall_in": 0.5, "weight_plf": 60,
           "bottom_ft": 0, "top_ft": 12},
          {"section": "PIPE10STD", "bottom_ft": 10, "top_ft": 24}]}}),
    ("support.weight_missing", "review", "support pole-sign-support",
     {"sign.elements.0.weight_psf": None}),
    ("topography.below_upper_half", "notice", "exposure escarpment-site",
     {"site.topography.side": "upwind", "site.topography.distance_ft": 200}),
    ("wind.above_gradient_height", "review", "exposure heights-profile",
     {"kz_method": "formula", "site.heights_ft": [1300]}),
    ("wind.edition_mismatch", "review", "exposure pole-sign", {"packs.exposure": "asce7-16_v1"}),
    ("wind.figure_bound", "notice", "exposure wall-sign", {"sign.elements.0.width_ft": 300}),
    ("wind.given_pressure", "notice", "exposure pole-sign", GIVEN),
    ("wind.given_pressure_low", "review", "exposure pole-sign",
     {**GIVEN, "site.given_pressure.pressure_psf": 1.2}),
    ("wind.local_minimum", "notice", "exposure pole-sign",
     {"local": {"min_pressure_psf": 60, "source": "Baytown TX 118-241"}}),
    ("wind.nominal_speed", "review", "exposure pole-sign",
     {"site.wind_speed_source": "city handout, nominal"}),
    ("wind.speed_below_map", "review", "exposure pole-sign", {"site.wind_speed_mph": 90}),
    ("wind.speed_outside_map", "warning", "exposure pole-sign", {"site.wind_speed_mph": 250}),
    ("wind.tornado_not_checked", "review", "exposure pole-sign", {"site.risk_category": "III"}),
)  # fmt: skip
"""Code, severity, which example is asked for which calculation, and what is set in it."""

IDS = [f"{code} {severity}" for code, severity, _, _ in WARNED]


@pytest.mark.parametrize(("code", "severity", "asked", "settings"), WARNED, ids=IDS)
def test_the_calculation_warns(
    ask: Any, code: str, severity: str, asked: str, settings: dict[str, Any]
) -> None:
    words = [f"--set={path}={json.dumps(value)}" for path, value in settings.items()]
    kind, example, *more = asked.split()
    exit_code, (envelope,) = ask("calc", kind, f"{example}.json", *more, *words)
    assert exit_code in {0, 1}
    assert (code, severity) in {(one["code"], one["severity"]) for one in envelope["warnings"]}


def test_no_warning_is_unmet() -> None:
    rows = {(row.code, severity) for row in WARNINGS for severity in row.severity}
    assert {(code, severity) for code, severity, _, _ in WARNED} == rows
