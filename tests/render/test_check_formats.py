"""What CI servers read, held against their published schemas, whatever the findings say."""

import io
import json
import re
from pathlib import Path, PurePath
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema
import xmlschema
from hypothesis import given, settings
from hypothesis import strategies as st

from apex_cli.audit.check import Finding, Row
from apex_cli.codes.table import CODES
from apex_cli.render import check, github, junit, sarif
from apex_cli.render import json as json_form

SCHEMAS = Path(__file__).parent / "schemas"
JUNIT = xmlschema.XMLSchema(SCHEMAS / "junit-10.xsd")
SARIF = jsonschema.Draft4Validator(json.loads((SCHEMAS / "sarif-2.1.0-rtm.5.json").read_bytes()))

TEXTS = st.text(max_size=30) | st.sampled_from(
    [
        "",
        "a\nb\r\n::error::c",
        "50%,:;",
        "\x00\x1b[31m",
        "]]>&<\"'",
        "\ufffe\uffff\u2028",
        "a:b.json",
    ]
)
FINDINGS = st.builds(
    lambda place, **told: Finding(**told, **place),
    place=st.sampled_from(
        [{}, {"line": 3, "column": 5, "end_column": 9}, {"line": 1, "column": 1, "end_column": 1}]
    ),
    code=TEXTS | st.sampled_from(["project.edited", "check.failed"]),
    severity=st.sampled_from(["error", "warning", "notice"]),
    message=TEXTS,
    pointer=TEXTS,
    hint=TEXTS,
    exit_code=st.sampled_from([0, 1, 3, 7]),
)
ROWS = st.lists(
    st.builds(
        Row,
        path=TEXTS.filter(bool),
        project_id=TEXTS,
        findings=st.lists(FINDINGS, max_size=3).map(tuple),
        answers=st.just({}),
    ).map(lambda row: row.record),
    max_size=4,
    unique_by=lambda row: PurePath(row["path"]),
)

COMMAND = re.compile(
    r"::(?P<level>error|warning|notice) file=(?P<file>[^:,\r\n]*)"
    r"(?:,line=(?P<line>\d+),col=(?P<col>\d+)(?:,endColumn=(?P<end>\d+))?)?,title=(?P<title>[^:,\r\n]*)::(?P<text>[^\r\n]*)"
)
"""A workflow command as the runner reads it: one line, properties apart by commas."""


def read_back(text: str) -> str:
    for mark, letter in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(mark, letter)
    return text


@settings(max_examples=40)
@given(rows=ROWS)
def test_junit(rows: list[dict[str, Any]]) -> None:
    data = junit.render(rows)
    JUNIT.validate(io.BytesIO(data))
    suite = ET.fromstring(data).find("testsuite")
    assert suite is not None
    assert len(suite.findall("testcase")) == len(rows)
    failed = sum(not row["passed"] for row in rows)
    assert len(suite.findall("testcase/failure")) == int(suite.attrib["failures"]) == failed


@settings(max_examples=40)
@given(rows=ROWS)
def test_sarif(rows: list[dict[str, Any]]) -> None:
    log = json.loads(json_form.pretty(sarif.render(rows, "0.1.0")))
    SARIF.validate(log)
    run = log["runs"][0]
    assert len(run["artifacts"]) == len(rows)
    assert len(run["results"]) == sum(len(row["findings"]) for row in rows)
    for result in run["results"]:
        index = result["locations"][0]["physicalLocation"]["artifactLocation"]["index"]
        assert run["artifacts"][index]["location"]["uri"]
        rules = run["tool"]["driver"]["rules"]
        assert result["ruleId"] == rules[result["ruleIndex"]]["id"]
    for rule in run["tool"]["driver"]["rules"]:
        assert ("help" in rule) == (rule["id"] in CODES)


@settings(max_examples=40)
@given(rows=ROWS)
def test_github(rows: list[dict[str, Any]]) -> None:
    *lines, last = github.render(rows).removesuffix("\n").split("\n")
    findings = [(row, item) for row in rows for item in row["findings"]]
    findings.sort(key=lambda pair: ["error", "warning", "notice"].index(pair[1]["severity"]))
    assert len(lines) == len(findings)
    for line, (row, item) in zip(lines, findings, strict=True):
        found = COMMAND.fullmatch(line)
        assert found, line
        assert found["level"] == item["severity"]
        place = found["line"], found["col"], found["end"]
        wide = item["line"] == 3
        assert place == (
            ("3", "5", "9") if wide else ("1", "1", None) if item["line"] else (None,) * 3
        )
        if row["path"].isprintable():
            assert read_back(found["file"]) == row["path"]
    assert last.startswith(f"{len(rows)} project")


@settings(max_examples=40)
@given(rows=ROWS)
def test_table(rows: list[dict[str, Any]]) -> None:
    for verbose in (True, False):
        text = check.render(rows, verbose=verbose)
        assert "\x1b" not in text
        assert text.startswith(f"{len(rows)} project")
        told = len(re.findall(r"^(?:ok  |FAIL)  ", text, re.MULTILINE))
        assert told == (len(rows) if verbose else sum(not row["passed"] for row in rows))


def test_the_schemas_refuse() -> None:
    assert not JUNIT.is_valid(io.BytesIO(b'<testsuites skipped="0"/>'))
    assert not SARIF.is_valid({"version": "2.1.0", "runs": [{}]})
