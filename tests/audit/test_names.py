"""Names that lead nowhere are found whatever else is wrong, and before they are written."""

import json
from pathlib import Path
from typing import Any

import pytest

from apex_cli.audit.names import require_known, strangers
from apex_cli.audit.ready import ready
from apex_cli.cli.boundary import run
from apex_cli.errors import InvalidInput, PackError
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.edit import apply, assignment

POLE = Path(__file__).parents[2] / "examples" / "pole-sign.json"
CATALOGUE = Catalogue()


def changed(*settings: str) -> dict[str, Any]:
    return apply(json.loads(POLE.read_text("utf-8")), map(assignment, settings))


def test_names_are_found_beside_other_faults() -> None:
    with pytest.raises(InvalidInput) as refused:
        ready(
            changed(
                "packs.exposure=asce_v1",
                "pricing.addons.0=calc_paket",
                "pricing.region=mars",
                "sign.elements.0.width_ft=-1",
            ),
            CATALOGUE,
        )
    places = [fault.pointer for fault in refused.value.faults]
    assert places == [
        "/pricing/addons/0", "/pricing/region", "/sign/elements/0/width_ft", "/packs/exposure",
    ]  # fmt: skip
    assert refused.value.faults[0].hint == "did you mean 'calc_packet'?"


def test_a_missing_pack_is_told_once() -> None:
    with pytest.raises(PackError) as refused:
        ready(changed("packs.exposure=asce7-23_v1"), CATALOGUE)
    assert [fault.pointer for fault in refused.value.faults] == ["/packs/exposure"]


def test_an_expired_book_is_no_valid_one() -> None:
    document = changed("packs.pricing=example-shop_v1", "pricing.addons=null")
    assert ready(document, CATALOGUE)["pricing"] == "ready"
    with pytest.raises(PackError, match="is valid from 2026-01-01 to 2027-12-31"):
        ready(document, CATALOGUE, "2028-01-01")


def test_what_half_a_calculation_lacks_is_told() -> None:
    found = ready(changed("packs.footing=null", "pricing=null"), CATALOGUE)
    assert found["footing"] == "not asked for: add packs.footing"
    assert found["pricing"] == "not asked for: add pricing"
    assert found["support"] == "not asked for"


@pytest.mark.parametrize("pricing", [["calc_paket"], {"addons": 3}, {"region": []}])
def test_what_is_no_list_of_names_is_no_stranger(pricing: Any) -> None:
    assert strangers({"packs": {"pricing": "v1"}, "pricing": pricing}, CATALOGUE).faults == []
    assert strangers({"packs": 3}, CATALOGUE).packs == {}


def test_only_new_names_are_refused() -> None:
    old = changed("packs.pricing=v9", "sign.poles.section=PIPE1", "packs.sections=us_v1")
    require_known(old, {**old, "name": "other"}, CATALOGUE)
    with pytest.raises(PackError, match="'v8'"):
        require_known(old, {**old, "packs": {"pricing": "v8"}}, CATALOGUE)


@pytest.mark.parametrize(
    ("setting", "code", "exit_code"),
    [
        ("packs.pricing=v11", "pack.not_found", 4),
        ("pricing.addons.0=calc_paket", "project.invalid", 3),
    ],
)
def test_set_and_new_write_no_name_that_leads_nowhere(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], setting: str, code: str, exit_code: int
) -> None:
    file = tmp_path / "p.json"
    assert run(["project", "new", str(file), "--set", setting]) == exit_code
    assert not file.exists()
    assert run(["project", "new", str(file)]) == 0
    before = file.read_bytes()
    capfd.readouterr()
    assert run(["project", "set", str(file), setting]) == exit_code
    assert json.loads(capfd.readouterr().out)["error"]["code"] == code
    assert file.read_bytes() == before
