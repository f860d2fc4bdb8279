"""What people bring where a project is wanted, and what to do with it."""

import re
from typing import NamedTuple

from apex_cli.project.form import ending, form_of


class Foreign(NamedTuple):
    """A file that is no project.

    Args:
        what: What it is, in words; nothing where that is said already.
        remedy: What to do with it.
    """

    what: str
    remedy: str


_SPREADSHEETS = {".xlsx", ".xlsm", ".xls", ".ods", ".numbers"}
_ARCHIVES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How files of spreadsheets begin, zipped or of the old kind."""
_TABLES = {".csv", ".tsv"}

_TEXTS = re.compile(rb'"(?:[^"\\\n]|\\.)*+"')
_COMMENT = re.compile(rb"(?:^|[\s,{}\[\]:])(?://|/\*|#)")
_TOML = re.compile(
    rb"(?:\s++|#[^\n]*+\n)*+(?:\[[\w.\"' -]+\]\s*(?:#[^\n]*+)?(?:\n|$)|[\w.\"'-]+[ \t]*=)"
)
SPREADSHEET = Foreign(
    "this is a spreadsheet, not a project file",
    "save the sheet as CSV, a column for each field as in site.wind_speed_mph and a row for each "
    "sign, then: apex batch all FILE.csv --base PROJECT",
)
TABLE = Foreign(
    "this is a table, not a project file",
    "each of its rows is a project: apex batch all FILE.csv --base PROJECT",
)
TOML = Foreign(
    "this is TOML, which is not read",
    "write it as YAML (site: and, indented, wind_speed_mph: 115): apex project new pylon.yaml "
    "makes a file to start from",
)
COMMENTED = Foreign(
    "",
    "JSON has no comments: keep notes in a YAML project, where they begin with #: "
    "apex project new pylon.yaml, or in its description",
)
NAMED_JSON = Foreign("", "this looks like YAML: give its name the ending .yaml")


def told(name: str, data: bytes) -> Foreign | None:
    """What a file is that could not be read as JSON, if it is something well known.

    >>> told("site.toml", b"wind = 115") is TOML, told("-", b"{") is None
    (True, True)
    """
    end = ending(name)
    if end in _SPREADSHEETS or data.startswith(_ARCHIVES):
        return SPREADSHEET
    if end in _TABLES:
        return TABLE
    if end == ".toml" or _TOML.match(data):
        return TOML
    if end == ".json" and form_of("", data) == "yaml":
        return NAMED_JSON
    if data.lstrip().startswith((b"{", b"//", b"/*", b"#")):
        return COMMENTED if _COMMENT.search(_TEXTS.sub(b'""', data)) else None
    return None
