"""Findings as SARIF 2.1.0, which code forges show beside the file."""

from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)

LEVELS = {"error": "error", "warning": "warning", "notice": "note"}
"""The words that SARIF has for our severities."""


def render(rows: Sequence[Mapping[str, Any]], version: str) -> dict[str, Any]:
    """One run whose artifacts are the files and whose results are their findings."""
    results = [_result(n, row, item) for n, row in enumerate(rows) for item in row["findings"]]
    codes = sorted({result["ruleId"] for result in results})
    driver = {
        "name": "apex",
        "version": version,
        "rules": [{"id": code, "shortDescription": {"text": code}} for code in codes],
    }
    artifacts = [{"location": {"uri": _uri(row["path"])}} for row in rows]
    run = {
        "tool": {"driver": driver},
        "artifacts": artifacts,
        "results": results,
        "columnKind": "utf16CodeUnits",
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _result(n: int, row: Mapping[str, Any], item: Mapping[str, Any]) -> dict[str, Any]:
    text = item["message"] + (f" ({item['hint']})" if item["hint"] else "")
    location: dict[str, Any] = {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(row["path"]), "index": n},
            "region": {"startLine": 1},
        }
    }
    if item["pointer"]:
        location["logicalLocations"] = [{"fullyQualifiedName": item["pointer"]}]
    return {
        "ruleId": item["code"],
        "level": LEVELS[item["severity"]],
        "message": {"text": text},
        "locations": [location],
    }


def _uri(path: str) -> str:
    """The path as a relative reference: a colon in it must not look like a scheme."""
    return quote(PurePath(path).as_posix(), safe="/")
