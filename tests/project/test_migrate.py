"""Older formats come to the present one, in which nothing moves."""

from typing import Any

import pytest

from apex_cli.errors import InvalidInput
from apex_cli.project.migrate import migrate
from apex_cli.project.reader import validate
from apex_cli.project.templates import template

OLD = {key: value for key, value in template("pole").items() if key != "schema_version"}


@pytest.mark.parametrize(
    "document", [OLD, {**OLD, "schema_version": 0}, {**OLD, "schema_version": None}]
)
def test_version_0_becomes_1_with_all_it_said(document: dict[str, Any]) -> None:
    made = migrate(document)
    validate(made)
    assert made == {"schema_version": 1, **OLD}
    assert next(iter(made)) == "schema_version"


def test_the_present_version_stays_as_it_is() -> None:
    document = template("pole")
    assert migrate(document) is document


@pytest.mark.parametrize("version", [2, -1, "1", True, 1.0])
def test_an_unknown_version_is_refused(version: Any) -> None:
    with pytest.raises(InvalidInput) as caught:
        migrate({"schema_version": version})
    assert caught.value.faults[0].pointer == "/schema_version"
