"""No jump without a clause: a thousandth of a foot moves no answer by more than 2 %.

Twenty parameters of eight designs are scanned. Where an answer changes between two points, the
interval is halved down to a thousandth of a foot, always towards the larger change; what still
moves by more than 2 % there is a jump, and must stand in `JUMPS` with the clause that makes it.
"""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any, NamedTuple

import pytest

from apex_cli.equations import Bare
from apex_cli.errors import ApexError
from apex_cli.packs.catalogue import Catalogue
from apex_cli.run.chain import solve
from apex_cli.run.prepare import prepare

SMALL, MOST, POINTS = 0.001, 0.02, 40
PACKS = Catalogue()


class Span(NamedTuple):
    """A parameter and the range it is scanned over, in its own unit."""

    path: str
    start: float
    stop: float


SITE: dict[str, Any] = {
    "wind_speed_mph": 115, "wind_speed_source": "given", "risk_category": "II", "exposure": "C",
    "kzt": 1.0, "ground_elevation_ft": 0, "frost_depth_in": 24,
}  # fmt: skip
PIER: dict[str, Any] = {
    "type": "pier", "shape": "round", "width_ft": 3.5, "constraint": "nonconstrained",
    "isolated_pole": True,
}  # fmt: skip


def project(sign: dict[str, Any], footing: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A project of the 7-16 and 2021 editions."""
    return {
        "schema_version": 1,
        "packs": {"exposure": "asce7-16_v1", "footing": "ibc-2021_v1"},
        "site": SITE,
        "sign": sign,
        "gust": {"method": "constant"},
        "kz_method": "formula",
        "soil": {"class": 4},
        "footing": footing,
        **more,
    }


def cabinet(width: float, height: float, bottom: float, **more: Any) -> dict[str, Any]:
    """A cabinet with a weight."""
    return {
        "width_ft": width, "height_ft": height, "bottom_ft": bottom, "weight_psf": 8, **more,
    }  # fmt: skip


ROUND = {"count": 1, "shape": "round", "width_in": 16, "weight_plf": 60}
TWO = {"count": 2, "shape": "square", "width_in": 10, "spacing_ft": 10, "weight_plf": 50}
PAD = {"type": "spread", "shape": "square", "thickness_ft": 2}

DESIGNS: dict[str, dict[str, Any]] = {
    "pole": project({"elements": [cabinet(10, 6, 18, thickness_ft=1)], "poles": ROUND}, PIER),
    "two cabinets": project(
        {"elements": [cabinet(12, 6, 20), cabinet(8, 4, 14)], "poles": ROUND}, PIER
    ),
    "two poles": project({"elements": [cabinet(20, 8, 12), cabinet(12, 3, 7)], "poles": TWO}, PIER),
    "flag": project({"elements": [cabinet(8, 5, 15, offset_ft=4)], "poles": ROUND}, PIER),
    "side by side": project(
        {
            "elements": [cabinet(10, 6, 14, offset_ft=-6), cabinet(10, 6, 14, offset_ft=6)],
            "poles": {**TWO, "spacing_ft": 12},
        },
        PIER,
    ),
    "open": project({"elements": [cabinet(12, 8, 16, solidity=0.5)], "poles": ROUND}, PIER),
    "deep": project({"elements": [cabinet(6, 12, 0, thickness_ft=4)]}, {**PAD, "length_ft": 8}),
    "billboard": project(
        {"elements": [cabinet(40, 12, 20)], "poles": {**ROUND, "width_in": 30}},
        {**PIER, "width_ft": 5},
    ),
}

SPANS = [
    Span("sign.elements.0.width_ft", 2, 50),
    Span("sign.elements.0.height_ft", 1, 14),
    Span("sign.elements.0.bottom_ft", 0, 30),
    Span("sign.elements.0.offset_ft", -12, 12),
    Span("sign.elements.0.thickness_ft", 0.5, 12),
    Span("sign.elements.0.solidity", 0.2, 1),
    Span("sign.elements.0.return_corner_ft", 0, 8),
    Span("sign.elements.0.weight_psf", 0, 60),
    Span("sign.elements.1.width_ft", 2, 40),
    Span("sign.elements.1.height_ft", 1, 8),
    Span("sign.elements.1.bottom_ft", 0, 30),
    Span("sign.elements.1.offset_ft", -14, 14),
    Span("sign.poles.width_in", 4, 60),
    Span("sign.poles.spacing_ft", 1, 24),
    Span("sign.poles.top_ft", 5, 40),
    Span("sign.poles.weight_plf", 0, 200),
    Span("footing.width_ft", 1.5, 12),
    Span("site.frost_depth_in", 0, 72),
    Span("site.ground_elevation_ft", 0, 6000),
    Span("site.wind_speed_mph", 95, 180),
]

CASE_C = "Figure 29.3-1: Case C is due from B/s = 2"
SOLID = "Figure 29.3-1 note 1: openings of 30 % and more are no solid sign"
BANDS = "Figure 29.4-2: bands without interpolation between them"
ROUND_POLE = "Figure 29.4-1: D sqrt(q_z) above or below 2.5"
ONE_FACE = "one_face_gap of the packs: engineering judgement, not the standard"

JUMPS: dict[tuple[str, str, float], str] = {
    ("pole", "sign.elements.0.width_ft", 12.0): CASE_C,
    ("pole", "sign.elements.0.thickness_ft", 12.0): CASE_C,
    ("pole", "sign.elements.0.solidity", 0.3): BANDS,
    ("pole", "sign.elements.0.solidity", 0.7): SOLID,
    ("pole", "sign.poles.width_in", 5.6): ROUND_POLE,
    ("two cabinets", "sign.elements.0.width_ft", 12.0): CASE_C,
    ("two cabinets", "sign.elements.0.bottom_ft", 7.6): ONE_FACE,
    ("two cabinets", "sign.elements.0.bottom_ft", 12.0): CASE_C,
    ("two cabinets", "sign.elements.0.bottom_ft", 18.4): ONE_FACE,
    ("two cabinets", "sign.elements.0.solidity", 0.7): SOLID,
    ("two cabinets", "sign.elements.1.height_ft", 5.45): ONE_FACE,
    ("two cabinets", "sign.elements.1.bottom_ft", 15.6): ONE_FACE,
    ("two cabinets", "sign.elements.1.bottom_ft", 26.4): ONE_FACE,
    ("two poles", "sign.elements.0.width_ft", 16.0): CASE_C,
    ("two poles", "sign.elements.0.height_ft", 10.0): CASE_C,
    ("two poles", "sign.elements.0.bottom_ft", 9.0): CASE_C,
    ("two poles", "sign.elements.0.bottom_ft", 10.3): ONE_FACE,
    ("two poles", "sign.elements.0.solidity", 0.3): BANDS,
    ("two poles", "sign.elements.0.solidity", 0.7): SOLID,
    ("two poles", "sign.elements.1.height_ft", 4.55): ONE_FACE,
    ("two poles", "sign.elements.1.bottom_ft", 8.7): ONE_FACE,
    ("two poles", "sign.elements.1.bottom_ft", 10.0): CASE_C,
    ("two poles", "sign.elements.1.bottom_ft", 19.0): CASE_C,
    ("two poles", "sign.elements.1.bottom_ft", 20.3): ONE_FACE,
    ("flag", "sign.elements.0.width_ft", 10.0): CASE_C,
    ("flag", "sign.elements.0.height_ft", 4.0): CASE_C,
    ("flag", "sign.elements.0.thickness_ft", 10.0): CASE_C,
    ("flag", "sign.elements.0.solidity", 0.3): BANDS,
    ("flag", "sign.elements.0.solidity", 0.7): SOLID,
    ("flag", "sign.poles.width_in", 5.6): ROUND_POLE,
    ("side by side", "sign.elements.0.width_ft", 12.8): ONE_FACE,
    ("side by side", "sign.elements.0.offset_ft", -4.6): ONE_FACE,
    ("side by side", "sign.elements.0.offset_ft", 4.0): CASE_C,
    ("side by side", "sign.elements.0.offset_ft", 8.0): CASE_C,
    ("side by side", "sign.elements.0.solidity", 0.7): SOLID,
    ("side by side", "sign.elements.1.width_ft", 12.8): ONE_FACE,
    ("side by side", "sign.elements.1.offset_ft", -8.0): CASE_C,
    ("side by side", "sign.elements.1.offset_ft", -4.0): CASE_C,
    ("side by side", "sign.elements.1.offset_ft", 4.6): ONE_FACE,
    ("open", "sign.elements.0.solidity", 0.3): BANDS,
    ("open", "sign.elements.0.solidity", 0.7): SOLID,
    ("open", "sign.poles.width_in", 5.6): ROUND_POLE,
    ("deep", "sign.elements.0.width_ft", 24.0): CASE_C,
    ("deep", "sign.elements.0.solidity", 0.3): BANDS,
    ("deep", "sign.elements.0.solidity", 0.7): SOLID,
    ("billboard", "sign.elements.0.width_ft", 24.0): CASE_C,
    ("billboard", "sign.elements.0.solidity", 0.3): BANDS,
    ("billboard", "sign.elements.0.solidity", 0.7): SOLID,
}
"""Every jump: design, parameter and value, and the clause that makes it."""
NEAR = 0.006
"""How near a listed value a jump is found, in the parameter's unit."""


def at(design: dict[str, Any], span: Span, value: float) -> dict[str, Any] | None:
    """The design with one value changed, or None where it has no such place."""
    made = deepcopy(design)
    *way, last = span.path.split(".")
    here: Any = made
    for part in way:
        if isinstance(here, list):
            if int(part) >= len(here):
                return None
            here = here[int(part)]
        else:
            if part not in here:
                return None
            here = here[part]
    here[last] = value
    return made


def numbers(document: dict[str, Any]) -> dict[str, float]:
    """What decides: loads at grade and what the foundation asks for; nothing if refused."""
    try:
        found = solve(prepare("footing", document, PACKS), Bare())
    except ApexError:
        return {}
    asd, footing = found["exposure"].asd, found["footing"]
    told = {
        "shear_lbf": asd.largest_shear_lbf,
        "moment_kipft": asd.moment_kipft,
        "torsion_kipft": asd.largest_torsion_kipft,
        "required_depth_ft": footing.required_depth_ft,
    }
    if footing.type == "pier" and footing.depth_ft:
        told["area_ft2"] = footing.concrete_yd3 / footing.depth_ft
    return told


def moved(one: dict[str, float], other: dict[str, float], floor: dict[str, float]) -> float:
    """By how much the answers differ at most, relative; a refusal is no answer and no jump."""
    if not one or not other:
        return 0.0
    return max(
        abs(one[name] - other[name]) / max(abs(one[name]), abs(other[name]), floor[name])
        for name in one.keys() & other.keys()
    )


def jumps(design: dict[str, Any], span: Span) -> Iterator[tuple[float, float]]:
    """Where the answers jump over this span, and by how much."""
    if at(design, span, span.start) is None:
        return
    width = (span.stop - span.start) / POINTS
    places = [span.start + k * width for k in range(POINTS + 1)]
    answers = [numbers(at(design, span, place) or {}) for place in places]
    sizes = [answer for answer in answers if answer]
    if not sizes:
        return
    floor = {name: 0.05 * max(abs(size[name]) for size in sizes) or 1.0 for name in sizes[0]}
    for k in range(POINTS):
        low, high = places[k], places[k + 1]
        here, there = answers[k], answers[k + 1]
        while high - low > SMALL and moved(here, there, floor) > MOST:
            middle = (low + high) / 2
            between = numbers(at(design, span, middle) or {})
            if not between:
                break
            if moved(here, between, floor) >= moved(between, there, floor):
                high, there = middle, between
            else:
                low, here = middle, between
        if high - low <= SMALL and (change := moved(here, there, floor)) > MOST:
            yield low, change


@pytest.mark.parametrize("name", DESIGNS)
def test_every_jump_has_its_clause(name: str) -> None:
    listed = {(path, place) for design, path, place in JUMPS if design == name}
    met, unlisted = set(), []
    for span in SPANS:
        for place, change in jumps(DESIGNS[name], span):
            near = {one for one in listed if one[0] == span.path and abs(one[1] - place) < NEAR}
            met |= near
            if not near:
                unlisted.append(f"{name}, {span.path} at {place:.3f}: {100 * change:.1f} %")
    assert not unlisted, "\n".join(unlisted)
    assert met == listed, "listed, but no jump any more"
