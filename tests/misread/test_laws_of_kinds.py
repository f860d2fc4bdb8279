"""The laws of a freestanding sign hold for every other kind of sign and of wind too.

What a kind brings to its support has a mirror image, does not depend on the order in which pieces
are told, moves little where a number does, and falls nowhere as a face grows.
"""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from apex_cli.packs.catalogue import Catalogue
from apex_cli.run.chain import run

EXAMPLES = Path(__file__).parents[2] / "examples"
BESIDE = {"width_ft": 4.0, "height_ft": 2.0, "bottom_ft": 13.0, "offset_ft": 9.0,
          "thickness_ft": 0.5, "weight_psf": 5.0}  # fmt: skip
"""A second cabinet, to a side of the first, so that there is something to mirror."""
GIVEN = {"pressure_psf": 30.0, "level": "asd", "source": "an ordinance, 12.3"}


def _example(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((EXAMPLES / f"{name}.json").read_text("utf-8"))
    found["packs"] = {key: ref for key, ref in found["packs"].items() if key != "pricing"}
    return {key: part for key, part in found.items() if key not in {"pricing", "soil", "footing"}}


def _wall() -> dict[str, Any]:
    return _example("wall-cabinet")


def _roof() -> dict[str, Any]:
    found = _example("roof-sign")
    found["sign"]["elements"].append({**BESIDE, "bottom_ft": 25.0, "offset_ft": 11.0})
    return found


def _board() -> dict[str, Any]:
    found = _example("en-roadside-sign")
    found["sign"]["elements"].append({**BESIDE, "offset_ft": 7.5, "bottom_ft": 9.0})
    found["sign"]["poles"]["spacing_ft"] = 8.0
    return found


def _pole(site: dict[str, Any] | None = None) -> dict[str, Any]:
    found = _example("two-pole-pylon")
    if site is not None:
        return {**found, "site": {"given_pressure": site}}
    found["sign"]["attachments"] = [
        {"name": "light", "epa_ft2": 3.0, "height_ft": 12.0, "offset_ft": 2.0, "weight_lbf": 40.0,
         "source": "a maker"}
    ]  # fmt: skip
    return found


KINDS: dict[str, dict[str, Any]] = {
    "wall": _wall(),
    "roof": _roof(),
    "projecting": _example("blade-sign"),
    "en board": _board(),
    "en wall": _example("en-hoarding"),
    "attachments": _pole(),
    "given pressure": _pole(GIVEN),
}
each_kind = pytest.mark.parametrize("kind", KINDS)
CATALOGUE = Catalogue()


def brought(document: dict[str, Any]) -> dict[str, float]:
    """What reaches the support, without the names and signs of sides."""
    result = run("exposure", document, CATALOGUE)["result"]
    found: dict[str, float] = {}
    for part in ("base", "at_roof", "at_wall"):
        for name, value in (result.get(part) or {}).items():
            if isinstance(value, float | int):
                found[f"{part}.{name}"] = abs(value)
    frames = sorted(row["shear_lbf"] for row in result.get("frames") or [])
    rows = result.get("poles") or []
    found |= {f"frame {k}": value for k, value in enumerate(frames)}
    poles = sorted(row["shear_lbf"] for row in rows if "shear_lbf" in row)
    return found | {f"pole {k}": value for k, value in enumerate(poles)}


def widened(document: dict[str, Any], by: float) -> dict[str, Any]:
    found = deepcopy(document)
    wide = found["sign"]["elements"][0]["width_ft"]
    feet = float(wide.removesuffix(" m")) / 0.3048 if isinstance(wide, str) else wide
    found["sign"]["elements"][0]["width_ft"] = feet * by
    return found


@each_kind
def test_a_mirror_image_brings_the_same(kind: str) -> None:
    image = deepcopy(KINDS[kind])
    sign = image["sign"]
    for piece in [*sign["elements"], *sign.get("attachments", [])]:
        if piece.get("offset_ft"):
            piece["offset_ft"] = -piece["offset_ft"]
    building = sign.get("building", {})
    if "left_ft" in building:
        building["left_ft"], building["right_ft"] = building["right_ft"], building["left_ft"]
    assert brought(image) == pytest.approx(brought(KINDS[kind]), rel=1e-5)


@each_kind
def test_the_order_does_not_matter(kind: str) -> None:
    image = deepcopy(KINDS[kind])
    image["sign"]["elements"].reverse()
    assert brought(image) == pytest.approx(brought(KINDS[kind]), rel=1e-5)


@each_kind
def test_a_little_wider_is_a_little_more(kind: str) -> None:
    before, after = brought(KINDS[kind]), brought(widened(KINDS[kind], 1 + 1e-4))
    assert after == pytest.approx(before, rel=1e-3, abs=2e-3)


@each_kind
def test_a_wider_face_brings_no_less(kind: str) -> None:
    before, after = brought(KINDS[kind]), brought(widened(KINDS[kind], 1.05))
    shears = [name for name in before if name.endswith(("shear_lbf", "outward_lbf", "along_lbf"))]
    assert shears
    assert all(after[name] >= before[name] for name in shears)


@each_kind
def test_a_tenth_more_wind_is_a_fifth_more_force_on_the_faces(kind: str) -> None:
    """Pressures go with the square of the speed; those that are given go as they are."""
    more = deepcopy(KINDS[kind])
    site, faces = more["site"], len(more["sign"]["elements"])
    if "given_pressure" in site:
        site["given_pressure"]["pressure_psf"] *= 1.21
    elif "wind_speed_mph" in site:
        site["wind_speed_mph"] *= 1.1
    else:
        site["basic_wind_speed_mps"] = 1.1 * float(
            site["basic_wind_speed_mps"].removesuffix(" m/s")
        )
    rows = [run("exposure", one, CATALOGUE)["result"]["elements"] for one in (KINDS[kind], more)]
    forces = [[row["force_lbf"] for row in found[:faces]] for found in rows]
    assert not any(row["minimum_governs"] for row in rows[0][:faces])
    assert forces[1] == pytest.approx([1.21 * force for force in forces[0]], rel=1e-5)
