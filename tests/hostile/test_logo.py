"""Logos that want to be more than a picture: refused before anything draws them."""

import struct
import zlib
from base64 import b64encode
from pathlib import Path

import pytest

from apex_cli.errors import UsageError
from apex_cli.package.logo import MOST_ELEMENTS, logo
from apex_cli.render.report.model import Paper
from apex_cli.render.report.pdf import compiled


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width: int, height: int, pixels: bytes) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(pixels)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


GOOD = png(2, 2, bytes(6))


def svg(within: str, before: str = "", more: str = "") -> bytes:
    name = "http://www.w3.org/2000/svg"
    return f'{before}<svg xmlns="{name}" width="9" height="9" {more}>{within}</svg>'.encode()


def picture(data: bytes, kind: str = "png") -> str:
    return f'<image href="data:image/{kind};base64,{b64encode(data).decode()}"/>'


def refused(path: Path, data: bytes, why: str) -> None:
    path.write_bytes(data)
    with pytest.raises(UsageError, match="is no logo") as caught:
        logo(path)
    assert why in caught.value.detail


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (svg("<script>alert(1)</script>"), "<script>"),
        (svg("<foreignObject/>"), "<foreignObject>"),
        (svg('<filter id="f"><feTurbulence numOctaves="99999999"/></filter>'), "<filter>"),
        (svg('<rect onload="x()"/>'), "onload"),
        (svg('<image href="red.png"/>'), "leads to"),
        (svg('<image href=" /etc/passwd"/>'), "leads to"),
        (svg('<image xlink:href="file:///etc/x"/>', more='xmlns:xlink="x"'), "leads to"),
        (svg('<use href="other.svg#a"/>'), "leads to"),
        (svg(picture(b"<svg/>", "svg+xml")), "leads to"),
        (svg("", more='xml:base="http://x"'), "leads to"),
        (svg('<rect fill="url(http://x/y#z)"/>'), "fill="),
        (svg('<rect style="fill: URL( &quot;x.svg#a&quot; )"/>'), "style="),
        (svg("<style>@import 'x.css';</style>"), "@import"),
        (svg("<style>a{b:u<!-- -->rl(x)}</style>"), "url"),
        (svg("&x;", '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), "entity 'x'"),
        (svg("&a;", '<!DOCTYPE svg [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>'), "entity 'a'"),
        (svg("", '<?xml-stylesheet href="x.css"?>'), "xml-stylesheet"),
        (svg("<g>" * 500 + "</g>" * 500), "too many"),
        (svg("<g/>" * (MOST_ELEMENTS + 1)), "too many"),
        (b"<html/>", "begins with"),
        (b"<", "line 1"),
        (svg("<g>"), "mismatched"),
        (svg(picture(png(2**31 - 1, 2**31 - 1, b""))), "pixels"),
    ],
)  # fmt: skip
def test_an_svg_is_a_drawing_by_itself(data: bytes, why: str, tmp_path: Path) -> None:
    refused(tmp_path / "a.svg", data, why)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (png(20_000, 20_000, b""), "20,000"),
        (png(2**31 - 1, 2**31 - 1, b""), "pixels"),
        (png(0, 0, b""), "0 × 0"),
        (GOOD[:40], "damaged"),
        (GOOD[:8], "damaged"),
        (GOOD[:-12], "damaged"),
        (GOOD + b"more", "damaged"),
        (GOOD.replace(b"IDAT", b"IDAU"), "damaged"),
        (GOOD[:8] + GOOD[33:], "pixels"),
        (GOOD[:8] + struct.pack(">I", 2**32 - 1) + GOOD[12:], "damaged"),
    ],
)  # fmt: skip
def test_a_png_is_whole_and_no_bomb(data: bytes, why: str, tmp_path: Path) -> None:
    refused(tmp_path / "a.png", data, why)


def test_plain_pictures_pass(tmp_path: Path) -> None:
    doctype = '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">'
    for name, data in (
        ("a.png", GOOD),
        ("a.svg", svg('<a href="https://x.org"><use href="#a"/></a>', doctype)),
        ("b.svg", svg('<rect fill="url(#g)" style="stroke:url( \'#h\' )"/><?xpacket a?>')),
        ("c.svg", svg(picture(GOOD) + "<style>a{fill:url(#g)}</style>")),
    ):
        (tmp_path / name).write_bytes(data)
        assert logo(tmp_path / name) == data


def test_what_typst_cannot_draw_is_no_fault_of_apex() -> None:
    pytest.importorskip("typst")
    layout = b"#image(bytes(json(bytes(sys.inputs.logo))))"
    with pytest.raises(UsageError, match="cannot be drawn"):
        compiled(layout, {}, "", Paper(logo=b"<svg width='0' xmlns='http://www.w3.org/2000/svg'/>"))
