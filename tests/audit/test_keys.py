"""The reference of the project file: every key is told, and the page of it is kept."""

import os
from pathlib import Path
from typing import Any

import pytest

from apex_cli.audit.keys import keys
from apex_cli.cli.boundary import run
from apex_cli.json_schemas import schema
from apex_cli.project.templates import TEMPLATES, template
from apex_cli.render.keys import keys_markdown, render

PAGE = Path(__file__).parents[2] / "docs" / "project-reference.md"
RECORDS = [key.record for key in keys()]
PATHS = {key.path: key for key in keys()}


def paths_of(value: Any, before: str = "") -> set[str]:
    if isinstance(value, dict) and before != "pricing.inputs":
        return {path for key, one in value.items()
                for path in paths_of(one, f"{before}.{key}" if before else key)}  # fmt: skip
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return {path for one in value for path in paths_of(one, f"{before}.N")}
    return {before}


def test_the_page_is_kept() -> None:
    """APEX_UPDATE_REFERENCE=1 writes it anew."""
    made = keys_markdown(RECORDS)
    if os.environ.get("APEX_UPDATE_REFERENCE"):
        PAGE.write_text(made, "utf-8")
    kept = PAGE.read_text("utf-8") == made
    assert kept, "write it anew: APEX_UPDATE_REFERENCE=1 pytest tests/audit/test_keys.py"


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_key_of_a_template_is_in_it(name: str) -> None:
    assert paths_of(template(name)) <= {*PATHS, "lock"}  # a template has none: null


def test_each_is_told_once_and_means_something() -> None:
    assert len(PATHS) == len(RECORDS)
    assert [path for path, key in PATHS.items() if not key.meaning] == []


def test_as_many_as_the_schema_has() -> None:
    """Properties of the schema that hold a value, each definition counted as often as it is met."""
    made = schema("project")

    def count(part: Any) -> int:
        if "$ref" in part:
            return count(made["$defs"][part["$ref"].rpartition("/")[2]])
        if "properties" in part:
            return sum(map(count, part["properties"].values()))
        inner = [
            one
            for one in part.get("anyOf", part.get("oneOf", []))
            if one != {"type": "null"} and "quantity-" not in one.get("$ref", "")
        ]  # a quantity is a number in other words
        if "items" in part:
            inner = [part["items"]]
        if isinstance(part.get("additionalProperties"), dict):
            inner = [part["additionalProperties"]]
        return sum(map(count, inner)) or 1

    assert len(RECORDS) == count(made)


def test_units_ranges_choices_and_readers() -> None:
    assert PATHS["site.wind_speed_mph"][1:4] == ("mph", "1 to 300", ())
    assert PATHS["site.exposure"].choices == ("B", "C", "D")
    assert PATHS["footing.isolated_pole"].choices == ("true", "false")
    assert PATHS["soil.class"].reads == ("footing",)
    assert PATHS["accepted.N.code"].reads == ("exposure", "footing", "support", "pricing")
    assert PATHS["name"].reads == ()
    assert PATHS["support.deflection.limit"].values == "10 to 2,000"
    assert PATHS["revision"].values == "0 or more"
    assert PATHS["pricing.inputs"].values == "names of 0 to 1,000,000,000"


def test_a_line_each_where_it_fits() -> None:
    text = render(RECORDS, width=80)
    assert max(map(len, text.splitlines())) <= 80
    assert "  wind_speed_mph         mph  E---  1 to 300. Basic wind speed V, 3-second gust" in text
    assert "[rectangle]" in text
    assert "[false]" in text


def test_only_the_project_is_a_table(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", "project", "--format", "table"]) == 0
    assert capfd.readouterr().out.startswith("Each key with its unit")
    assert run(["schema", "envelope", "--format", "table"]) == 2
