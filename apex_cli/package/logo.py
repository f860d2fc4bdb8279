"""The logo that a package bears: an SVG or PNG, told by its first bytes and its name.

It may be a customer's, so that nothing in it is trusted: what reads other files, runs, or grows is
refused before anything draws it.
"""

import re
import struct
import zlib
from base64 import b64decode
from pathlib import Path
from typing import NoReturn
from xml.parsers import expat

from apex_cli.errors import UsageError
from apex_cli.files import read, shown

MOST = 2**20
MOST_PIXELS = 25_000_000
"""Of a PNG: decoded it takes four bytes each."""
MOST_ELEMENTS = 50_000
MOST_DEPTH = 200
_MARKS = {".svg": (b"<",), ".png": (b"\x89PNG\r\n\x1a\n",)}
MEDIA = {".svg": "image/svg+xml", ".png": "image/png"}
_REFUSED = {"script", "foreignobject", "filter", "iframe"}
"""Elements that run, hold another language, or take as long to draw as their numbers say."""
_PICTURE = "data:image/png;base64,"
_STYLE = re.compile(r"@import|url\((?!\s*[\"']?\s*#)", re.IGNORECASE)
"""Styles that lead anywhere but to a part of the same file."""


def logo(path: Path) -> bytes:
    """The bytes of a logo.

    Raises:
        UsageError: It is neither SVG nor PNG, larger than a mebibyte, or more than a picture.
        FileProblem: It cannot be read.
    """
    data = read(path, MOST)
    ending = path.suffix.lower()
    marks = _MARKS.get(ending, ())
    if len(data) > MOST or not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(marks):
        _refuse(path, "give an .svg or .png file of at most 1 MiB")
    try:
        if ending == ".png":
            _look_at_png(data)
        else:
            _Drawing().read(data)
    except (expat.ExpatError, ValueError, LookupError) as error:
        _refuse(path, f"give {_PLAIN[ending]}", str(error))
    return data


def _refuse(path: Path, hint: str, why: str = "") -> NoReturn:
    told = f": {why}" if why else ""
    raise UsageError(f"{shown(path)} is no logo{told}", code="report.logo", hint=hint)


_PLAIN = {
    ".svg": "a plain SVG: no scripts, filters, entities or links to other files",
    ".png": f"a whole PNG of at most {MOST_PIXELS:,} pixels",
}


def _look_at_png(data: bytes) -> None:
    """Refuse a PNG that is cut, altered, or larger drawn than any logo.

    Raises:
        ValueError: It is.
    """
    place = 8
    names: list[bytes] = []
    while place < len(data):
        size, name = struct.unpack(">I4s", data[place : place + 8].ljust(8, b"\0"))
        body, end = data[place + 4 : place + 8 + size], place + 12 + size
        if data[place + 8 + size : end] != struct.pack(">I", zlib.crc32(body)):
            raise ValueError("it is cut or damaged")
        if not names:
            width, height = struct.unpack(">II", body[4:12].ljust(8, b"\0"))
            if name != b"IHDR" or not 0 < width * height <= MOST_PIXELS:
                raise ValueError(f"it has {width:,} × {height:,} pixels")
        names.append(name)
        place = end
    if names[-1:] != [b"IEND"]:
        raise ValueError("it is cut or damaged")


class _Drawing:
    """An SVG that must be a drawing by itself, looked at element by element."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self._count = 0
        self._style = ""

    def read(self, data: bytes) -> None:
        """Look at all of it.

        Raises:
            ValueError: It says what a logo may not.
            ExpatError: It is no XML.
        """
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.EntityDeclHandler = self._entity
        parser.ProcessingInstructionHandler = self._instruction
        parser.Parse(data, True)

    def _begin(self, name: str, given: dict[str, str]) -> None:
        bare = name.rpartition(":")[2].lower()
        if not self._names and bare != "svg":
            raise ValueError(f"it begins with <{name[:40]}>")
        self._names.append(bare)
        self._count += 1
        if self._count > MOST_ELEMENTS or len(self._names) > MOST_DEPTH:
            raise ValueError("it has too many elements")
        if bare in _REFUSED:
            raise ValueError(f"it holds <{name}>")
        for key, value in given.items():
            self._attribute(name, key, value)

    def _attribute(self, name: str, key: str, value: str) -> None:
        bare = key.rpartition(":")[2].lower()
        if bare in {"href", "src", "base"} and name.rpartition(":")[2] != "a":
            self._link(name, value.strip())
        if bare.startswith("on") or _STYLE.search(value):
            raise ValueError(f"<{name}> has {key}={value[:80]!r}")

    def _link(self, name: str, leads: str) -> None:
        if leads.startswith(_PICTURE):
            _look_at_png(b64decode(leads.removeprefix(_PICTURE)))
        elif not leads.startswith("#"):
            raise ValueError(f"<{name}> leads to {leads[:80]!r}")

    def _text(self, text: str) -> None:
        if self._names[-1] == "style":
            self._style += text

    def _end(self, _: str) -> None:
        if self._names.pop() == "style" and (found := _STYLE.search(self._style)):
            raise ValueError(
                f"<style> leads to another file: {self._style[found.start() :][:80]!r}"
            )

    def _entity(self, name: str, *_: object) -> None:
        raise ValueError(f"it declares the entity {name[:40]!r}")

    def _instruction(self, target: str, _: str) -> None:
        if target == "xml-stylesheet":
            raise ValueError("it holds <?xml-stylesheet?>")
