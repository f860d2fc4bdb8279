"""Where a wind speed comes from: the record held against pack, category and speed."""

from typing import Any

import pytest

from apex_cli import calculate
from apex_cli.errors import InvalidInput

RECORD: dict[str, Any] = {
    "source": "Hazard tool", "date": "2026-11-20", "edition": "7-22", "risk_category": "II",
    "interval_years": 700, "speed_mph": 115, "latitude_deg": 41.6, "longitude_deg": -93.6,
    "elevation_ft": 955, "special_wind_region": False, "file_sha256": "0" * 64,
}  # fmt: skip

THIRD: dict[str, Any] = {"risk_category": "III", "interval_years": None}


def asked(record: dict[str, Any] | None, **site: Any) -> dict[str, Any]:
    given = {
        "wind_speed_mph": 115, "risk_category": "II", "exposure": "C", "heights_ft": [20],
        "wind_speed": record, **site,
    }  # fmt: skip
    envelope: dict[str, Any] = calculate(
        "exposure", {"schema_version": 1, "packs": {"exposure": "asce7-22_v1"}, "site": given}
    )
    return envelope


def codes(record: dict[str, Any] | None, **site: Any) -> set[str]:
    return {one["code"] for one in asked(record, **site)["warnings"]}


def test_a_record_of_the_speed_that_is_used_is_quiet() -> None:
    envelope = asked(RECORD)
    assert envelope["warnings"] == []
    assert not any("wind_speed_source" in one for one in envelope["assumptions"])
    assert any("wind_speed_source" in one for one in asked(None)["assumptions"])


def test_a_record_changes_no_number() -> None:
    assert asked(RECORD)["result"] == asked(None)["result"]


@pytest.mark.parametrize(
    ("change", "site", "code"),
    [
        ({"edition": "7-16"}, {}, "wind.edition_mismatch"),
        ({"source": "ASCE 7-16 map"}, {}, "wind.edition_mismatch"),
        ({}, {"wind_speed_source": "ASCE 7-10 map"}, "wind.edition_mismatch"),
        ({"source": "nominal speeds"}, {}, "wind.nominal_speed"),
        ({"risk_category": "I", "interval_years": 300}, {}, "wind.risk_mismatch"),
        ({"risk_category": None, "interval_years": 1700}, {}, "wind.risk_mismatch"),
        (THIRD, {"risk_category": None}, "wind.risk_mismatch"),
        ({"speed_mph": 112}, {}, "wind.speed_mismatch"),
        ({"special_wind_region": True}, {}, "wind.special_region"),
    ],
)  # fmt: skip
def test_what_does_not_belong_together_is_told(
    change: dict[str, Any], site: dict[str, Any], code: str
) -> None:
    assert codes(RECORD | change, **site) == {code}


def test_a_record_of_little_is_quiet() -> None:
    assert codes({"source": "city ordinance"}) == set()


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"interval_years": 1700}, "interval_years"),
        ({"risk_category": "IV", "interval_years": 1700}, "interval_years"),
        ({"interval_years": 50}, "interval_years"),
        ({"file_sha256": "abc"}, "file_sha256"),
        ({"date": "20.11.2026"}, "date"),
        ({"source": None}, "source"),
    ],
)
def test_what_is_refused(change: dict[str, Any], place: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        asked(RECORD | change)
    assert {one.pointer for one in refused.value.faults} == {f"/site/wind_speed/{place}"}


def test_in_7_10_the_categories_three_and_four_have_one_map() -> None:
    record = RECORD | {"edition": "7-10", "risk_category": "IV", "interval_years": 1700}
    assert "wind.risk_mismatch" not in codes(record, risk_category="IV")
