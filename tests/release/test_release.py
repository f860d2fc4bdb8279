"""The bill of materials names every pin, and nobody's index."""

import re
from pathlib import Path

from tests.release.__main__ import bill

CONSTRAINTS = (Path(__file__).parents[2] / "constraints.txt").read_text("utf-8")


def test_the_bill_names_every_pin_with_its_files() -> None:
    made = bill(CONSTRAINTS)
    pins = re.findall(r"^([a-z0-9._-]+)(?:\[.*?\])?==([^ ]+)", CONSTRAINTS, re.MULTILINE)
    assert len(pins) > 40
    assert [(one["name"], one["version"]) for one in made["components"]] == pins
    assert all(one["properties"] for one in made["components"])
    assert sum(len(one["properties"]) for one in made["components"]) == CONSTRAINTS.count("sha256:")
    assert len({one["bom-ref"] for one in made["components"]}) == len(pins)


def test_constraints_know_no_index() -> None:
    assert "://" not in CONSTRAINTS
    assert not re.search(
        r"^\s*(-i|--(extra-)?index-url|--find-links|--trusted-host)\b", CONSTRAINTS, re.MULTILINE
    )
