"""JSON or YAML: in which of the two a project is written."""

import re
from pathlib import PurePath
from typing import Literal

Form = Literal["json", "yaml"]
FORMS: dict[str, Form] = {".json": "json", ".yaml": "yaml", ".yml": "yaml"}
"""The forms by the ending of the file's name; of any other name the content tells."""

_IS_YAML = (
    rb"(?:\s++|#[^\n]*+\n)*+(?:---(?:\s|$)|%YAML|[\"']?[A-Za-z_$][\w $-]{0,80}[\"']?\s*:(?:\s|$))"
)
"""Compiled when it is asked for: most names tell."""


def ending(path: str) -> str:
    """What the name of a file says that it holds, gzipped or not.

    >>> ending("old.tsv/Sites.CSV.gz")
    '.csv'
    """
    name = PurePath(path.lower())
    return PurePath(name.stem).suffix if name.suffix == ".gz" else name.suffix


def form_of(name: str, data: bytes) -> Form:
    r"""The form of a project file.

    Args:
        name: Its name; git's and standard input's tell nothing.
        data: Its bytes.

    >>> form_of("pylon.yml", b""), form_of("-", b"# Main Street\nname: Pylon"), form_of("-", b"{")
    ('yaml', 'yaml', 'json')
    """
    told = FORMS.get(ending(name))
    return told or ("yaml" if re.match(_IS_YAML, data[:10_000]) else "json")


def begins_yaml(line: bytes) -> bool:
    """Whether a stream whose first line this is holds YAML: lines of JSON do not begin so."""
    return line.startswith(b"#") or re.match(_IS_YAML, line) is not None
