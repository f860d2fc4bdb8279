"""Whether a file says of itself that it is a project, readable or not."""

import json
import re

_MARKS = {"schema_version", "project_id"}


def says_project(data: bytes) -> bool | None:
    """Whether a file says of itself that it is a project; None when it is not JSON at all.

    >>> [says_project(text) for text in (b'{"schema_version": 1}', b'{"properties": {}}', b'{"sch')]
    [True, False, None]
    """
    try:
        document = json.loads(data)
    except (ValueError, RecursionError):
        return None
    if not isinstance(document, dict) or "envelope_version" in document:
        return False
    return not _MARKS.isdisjoint(document)


_YAML = (".yaml", ".yml")
_MARK = rb"[\"']?(?:schema_version|project_id)[\"']?\s*+:"
_ON_TOP = rb"(?m:^)(?:\xef\xbb\xbf)?" + _MARK
"""A mark at the beginning of a line, where no other key's value can stand."""
_IN_BRACKETS = rb"(?s:(?:\s++|#[^\n]*+\n|---\s)*+\{.*?(?<=[{,\s])" + _MARK + rb")"
"""A mark in a document that stands in brackets as a whole."""


def is_yaml(name: str) -> bool:
    """Whether a file is YAML by its name."""
    return name.lower().endswith(_YAML)


def yaml_says_project(data: bytes) -> bool:
    r"""Whether a YAML file says of itself that it is a project, readable or not.

    >>> [yaml_says_project(text) for text in (b"# x\nschema_version: 1", b"kind: pricing\nref: v1")]
    [True, False]
    """
    return bool(re.search(_ON_TOP, data) or re.match(_IN_BRACKETS, data))
