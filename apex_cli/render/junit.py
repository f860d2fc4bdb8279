"""Checked project files as JUnit XML, which CI servers show as tests."""

from collections.abc import Mapping, Sequence
from typing import Any
from xml.etree import ElementTree as ET

from apex_cli.render.text import visible


def render(rows: Sequence[Mapping[str, Any]]) -> bytes:
    """One test case for each file; a failure says every finding."""
    failed = sum(not row["passed"] for row in rows)
    head = {"name": "apex check", "tests": str(len(rows)), "failures": str(failed), "errors": "0"}
    suites = ET.Element("testsuites", head)
    suite = ET.SubElement(suites, "testsuite", head)
    for row in rows:
        case = ET.SubElement(suite, "testcase", name=_xml(row["path"]), classname="apex.check")
        errors = [_sentence(item) for item in row["findings"] if item["exit_code"]]
        others = [_sentence(item) for item in row["findings"] if not item["exit_code"]]
        if errors:
            failure = ET.SubElement(
                case, "failure", message=errors[0], type=f"exit {row['exit_code']}"
            )
            failure.text = "\n".join(errors)
        if others:
            ET.SubElement(case, "system-out").text = "\n".join(others)
    ET.indent(suites)
    return bytes(ET.tostring(suites, encoding="utf-8", xml_declaration=True)) + b"\n"


def _sentence(item: Mapping[str, Any]) -> str:
    line = f" in line {item['line']}" if item["line"] else ""
    where = f" at {item['pointer']}{line}" if item["pointer"] else line
    hint = f" ({item['hint']})" if item["hint"] else ""
    return _xml(f"{item['severity']} {item['code']}{where}: {item['message']}{hint}")


def _xml(text: str) -> str:
    """The text without what XML 1.0 cannot hold."""
    return visible(text).translate({0xFFFE: "?", 0xFFFF: "?"})
