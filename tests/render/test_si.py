"""Numbers in SI for the eyes: right by an independent library, in tables and packages alone."""

import json
from pathlib import Path
from typing import Any

import pint
import pytest

from apex_cli.envelope.headline import HEADLINES
from apex_cli.package.answers import envelopes_of
from apex_cli.package.written import package
from apex_cli.packs.catalogue import Catalogue
from apex_cli.render import si
from apex_cli.render.brief import brief
from apex_cli.render.forms import Sheet
from apex_cli.render.report import markdown
from apex_cli.render.report.answers import Signing
from apex_cli.render.report.content import Wish
from apex_cli.render.table import render
from apex_cli.render.text import UNITS
from apex_cli.run.chain import run

EXAMPLES = Path(__file__).parents[2] / "examples"
LIBRARY = {
    "psf": "lbf/ft^2", "psf/ft": "lbf/ft^3", "kip-ft": "kip*ft", "lbf-ft": "lbf*ft",
    "lbf/ft": "lbf/ft", "pcf": "lbf/ft^3", "ksi": "kip/in^2", "psi": "lbf/in^2",
    "mph": "mile/hour", "kN·m": "kN*m",
}  # fmt: skip
"""Units as the library spells them, where it does not as we do."""


@pytest.fixture(scope="module")
def answer() -> dict[str, Any]:
    return run("all", json.loads((EXAMPLES / "pole-sign-support.json").read_bytes()), Catalogue())


def spelled(unit: str) -> str:
    plain = unit.replace("²", "^2").replace("³", "^3").replace("⁴", "^4")
    return LIBRARY.get(plain, plain.replace("·", "*"))


def test_every_factor_is_the_librarys() -> None:
    registry: Any = pint.UnitRegistry()
    for ending, (metric, factor) in si.ENDINGS.items():
        us = {"_kip": "kip", "_kipin": "kip*in"}.get(ending) or spelled(UNITS[ending])
        ours = registry.Quantity(1, us).to(spelled(UNITS[metric])).magnitude
        assert factor == pytest.approx(ours, rel=1e-12), ending


def test_a_table_has_every_headline_in_si(answer: dict[str, Any]) -> None:
    text = render(answer, Sheet(width=100, si=True))
    whole = render(answer, Sheet(width=100, si=True, verbose=True))
    for unit in ("psf", "kip-ft", " lbf ", " ft\n"):
        assert unit not in text.partition("Remarks")[0]
    for part in ("exposure", "footing", "support"):
        for name, value in answer["result"][part].items():
            if name in HEADLINES:
                key, told = si.field(name, value)
                assert key != name
                assert f"{told:,}" in text
                assert f"{told:,}" in whole
    assert "0.762 m × 2.286 m deep (needs 2.225)" in brief(answer, si=True)
    assert "64.3 kN·m" in brief(answer, si=True)


def test_a_profile_in_si() -> None:
    project = json.loads((EXAMPLES / "heights-profile.json").read_bytes())
    found = run("exposure", project, Catalogue())
    assert "kPa" in brief(found, si=True)
    assert "psf" not in brief(found, si=True)


def test_a_package_has_the_results_beside() -> None:
    project = json.loads((EXAMPLES / "pole-sign.json").read_bytes())
    envelopes = envelopes_of(project, Catalogue(), {})
    made = package(envelopes, Signing("", "", ""), Catalogue(), Wish(si=True))
    assert [one.title for one in made.sections].count("Results in SI units") == 1
    assert "kN" in markdown.render(made)
    plain = package(envelopes, Signing("", "", ""), Catalogue())
    assert "Results in SI units" not in {one.title for one in plain.sections}
