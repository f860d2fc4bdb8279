"""Findings as SARIF 2.1.0, which code forges show beside the file."""

from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from apex_cli.codes.table import CODES

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)

LEVELS = {"error": "error", "warning": "warning", "notice": "note"}
"""The words that SARIF has for our severities."""


def render(rows: Sequence[Mapping[str, Any]], version: str) -> dict[str, Any]:
    """One run whose artifacts are the files and whose results are their findings."""
    codes = sorted({item["code"] for row in rows for item in row["findings"]})
    rules = {code: n for n, code in enumerate(codes)}
    results = [
        _result(n, row, item, rules) for n, row in enumerate(rows) for item in row["findings"]
    ]
    driver = {"name": "apex", "version": version, "rules": [_rule(code) for code in codes]}
    artifacts = [{"location": {"uri": _uri(row["path"])}} for row in rows]
    run = {
        "tool": {"driver": driver},
        "artifacts": artifacts,
        "results": results,
        "columnKind": "utf16CodeUnits",
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: str) -> dict[str, Any]:
    """What a code means and what to do about it, as the table of codes has it."""
    row = CODES.get(code)
    if row is None:
        return {"id": code, "shortDescription": {"text": code}}
    return {
        "id": code,
        "shortDescription": {"text": row.means},
        "fullDescription": {"text": f"{row.means} {row.remedy}"},
        "help": {
            "text": f"{row.remedy} (apex help {code})",
            "markdown": f"{row.remedy}\n\n`apex help {code}`",
        },
    }


def _result(
    n: int, row: Mapping[str, Any], item: Mapping[str, Any], rules: Mapping[str, int]
) -> dict[str, Any]:
    text = item["message"] + (f" ({item['hint']})" if item["hint"] else "")
    location: dict[str, Any] = {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(row["path"]), "index": n},
            "region": _region(item),
        }
    }
    if item["pointer"]:
        location["logicalLocations"] = [{"fullyQualifiedName": item["pointer"]}]
    return {
        "ruleId": item["code"],
        "ruleIndex": rules[item["code"]],
        "level": LEVELS[item["severity"]],
        "message": {"text": text},
        "locations": [location],
    }


def _region(item: Mapping[str, Any]) -> dict[str, int]:
    """Where it stands; what stands nowhere in particular is shown on the first line."""
    if item["line"] is None:
        return {"startLine": 1}
    start = {"startLine": item["line"], "startColumn": item["column"]}
    wide = item["end_column"] > item["column"]
    return {**start, "endColumn": item["end_column"]} if wide else start


def _uri(path: str) -> str:
    """The path as a relative reference: a colon in it must not look like a scheme."""
    return quote(PurePath(path).as_posix(), safe="/")
