r"""Drawings as DXF: model space at 1:1 in inches or mm, y upwards, the drawings side by side.

What a name says can break nothing: it becomes one line of text, and what DXF would take for a code
in it is written so that it is read as itself.
"""

import logging
import re
from collections.abc import Sequence
from io import StringIO
from typing import TYPE_CHECKING, NamedTuple

from apex_cli.errors import UsageError
from apex_cli.files import unless_installed
from apex_cli.render.drawing.canvas import Drawing
from apex_cli.render.drawing.primitives import Dimension, Dot, Line, Path, Rect, Stroke, Words
from apex_cli.render.dxf_layers import LAYER_OF, LAYERS
from apex_cli.render.text import printable

if TYPE_CHECKING:
    from ezdxf.document import Drawing as Document
    from ezdxf.layouts.base import BaseLayout
    from ezdxf.layouts.layout import Modelspace

_CODE = re.compile(r"\\([UM]\+)", re.IGNORECASE)
"""A letter by its number."""

MILLIMETRES = 25.4
"""To an inch."""
CAP = 0.7
"""Height of a capital letter to the size of its font."""
TITLE = 12.0
"""Size of the titles, in points of the sheet."""
DASH = 8.0
"""Length of a dash and its gap, in points of the sheet."""
LONGEST = 200
"""As many letters of a title as there is room for."""
ALIGNED = {"start": 0, "middle": 1, "end": 2}


class _Place(NamedTuple):
    """Where a sheet lies: its left edge in the file's unit, its height and that unit in points."""

    left: float
    height: float
    one: float

    def at(self, x: float, y: float) -> tuple[float, float]:
        """A place of the sheet, in the file's unit."""
        return _n(self.left + x / self.one), _n((self.height - y) / self.one)

    def long(self, points: float) -> float:
        """A length of the sheet, in the file's unit."""
        return _n(points / self.one)


def render(drawings: Sequence[Drawing], title: str = "", *, metric: bool = False) -> bytes:
    """The file. Equal drawings give equal bytes.

    Args:
        drawings: What is drawn, from left to right; what is not to scale is left out.
        title: What all of it belongs to.
        metric: Whether the file is in millimetres.

    Raises:
        UsageError: ezdxf is not installed.
    """
    sheets = [drawing for drawing in drawings if drawing.inch > 0]
    logging.getLogger("ezdxf").setLevel(logging.ERROR)  # it warns where it cannot keep a font list
    try:
        from ezdxf import _options, filemanagement  # noqa: PLC0415 - an extra, loaded only for DXF
    except ImportError as error:
        missing = UsageError(
            "DXF needs the extra 'cad', which is not installed",
            code="report.no_ezdxf",
            hint="pip install 'apex-sign-calculator[cad]'; -o package.html shows the same drawings",
        )
        raise unless_installed("ezdxf", error, missing) from error
    options = _options.options
    fixed = options.write_fixed_meta_data_for_testing
    options.write_fixed_meta_data_for_testing = True  # no date and no new GUID in the file
    try:
        document = filemanagement.new("R2010", units=4 if metric else 1)
        _tables(document, metric=metric)
        _sheets(document.modelspace(), sheets, title, MILLIMETRES if metric else 1.0)
        for name in sorted(document.entitydb.dxf_types_in_use()):
            document.classes.add_class(name)  # left to itself, ezdxf walks a set
        stream = StringIO()
        document.write(stream)
    finally:
        options.write_fixed_meta_data_for_testing = fixed
    return stream.getvalue().encode("utf-8", "replace")


def _tables(document: "Document", *, metric: bool) -> None:
    """Units, layers, lines and the font."""
    document.header["$LUNITS"] = 2 if metric else 4
    document.styles.add("APEX", font="arial.ttf")
    document.linetypes.add("DASHED", pattern=[1.0, 0.6, -0.4], description="Dashed __ __ __")
    for name, (color, line) in LAYERS.items():
        document.layers.add(name, color=color, linetype=line)


def _sheets(space: "Modelspace", sheets: Sequence[Drawing], title: str, inch: float) -> None:
    """The sheets side by side.

    Args:
        space: Where they are drawn.
        sheets: What is drawn.
        title: What all of it belongs to.
        inch: An inch in the unit of the file.
    """
    left, height = 0.0, 0.0
    for n, sheet in enumerate(sheets, 1):
        wide, tall = sheet.size
        one = sheet.inch / inch
        place = _Place(left, tall, one)
        for stroke in sheet.strokes:
            _draw(space, stroke, place)
        named = Words(0, tall + 2 * TITLE, f"{n}  {sheet.title}", "start", TITLE)
        _words(space, named, place, "TITLE")
        if n == 1 and title:
            over = Words(0, tall + 4 * TITLE, title[:LONGEST], "start", TITLE)
            _words(space, over, place, "TITLE")
        left += 1.1 * wide / one
        height = max(height, tall / one)
    foot = -max(5 * TITLE * inch / sheet.inch for sheet in sheets)
    space.reset_extents((0, _n(foot), 0), (_n(left), _n(height), 0))
    document = space.doc
    assert document is not None
    document.set_modelspace_vport(_n(max(height - foot, left / 2)), (_n(left / 2), _n(height / 2)))


def _draw(space: "BaseLayout", stroke: Stroke, place: _Place) -> None:
    if isinstance(stroke, Words):
        _words(space, stroke, place, "TEXT")
    elif isinstance(stroke, Dimension):
        _dimension(space, stroke, place)
    elif stroke.style in LAYER_OF:
        _stroke(space, stroke, place, LAYER_OF[stroke.style])


def _stroke(space: "BaseLayout", stroke: Line | Rect | Path | Dot, place: _Place, on: str) -> None:
    look: dict[str, object] = {"layer": on}
    if LAYERS[on][1] != "CONTINUOUS":
        look["ltscale"] = place.long(DASH)
    match stroke:
        case Line(x1, y1, x2, y2):
            space.add_line(place.at(x1, y1), place.at(x2, y2), look)
        case Rect(x, y, width, height):
            across, down = x + width, y + height
            corners = [place.at(*at) for at in ((x, y), (across, y), (across, down), (x, down))]
            space.add_lwpolyline(corners, close=True, dxfattribs=look)
        case Path(points, _, closed):
            places = [place.at(*at) for at in points]
            space.add_lwpolyline(places, close=closed, dxfattribs=look)
        case Dot(x, y, radius):
            space.add_circle(place.at(x, y), place.long(radius), look)


def _words(space: "BaseLayout", words: Words, place: _Place, on: str) -> None:
    at = place.at(words.x, words.y)
    look = {
        "layer": on, "style": "APEX", "height": place.long(CAP * words.size), "insert": at,
        "halign": ALIGNED[words.anchor], "rotation": 90 if words.turned else 0,
    }  # fmt: skip
    if words.anchor != "start":
        look["align_point"] = at
    space.add_text(escaped(words.words), dxfattribs=look)


def _dimension(space: "BaseLayout", found: Dimension, place: _Place) -> None:
    """A dimension with its block drawn here: a reader shows what the sheet shows."""
    document = space.doc
    assert document is not None
    block = document.blocks.new_anonymous_block(type_char="D")
    for part in found.parts:
        if isinstance(part, Words):
            _words(block, part, place, "DIM")
        else:
            _stroke(block, part, place, "DIM")
    start, end = place.at(*found.start), place.at(*found.end)
    words = found.parts[-1]
    made = space.new_entity("DIMENSION", {
        "layer": "DIM", "dimtype": 32, "dimstyle": "Standard", "geometry": block.name,
        "defpoint": end, "defpoint2": start, "defpoint3": end, "angle": 0 if found.level else 90,
        "text": escaped(found.words), "text_midpoint": place.at(*words[:2]),
        "actual_measurement": _n(abs(end[0] - start[0]) + abs(end[1] - start[1])),
    })  # fmt: skip
    assert made.is_alive


def escaped(words: str) -> str:
    r"""One line of text that DXF reads as itself.

    >>> print(escaped(r"50%% \U+0041 C:\P ^J"))
    50%%%%%% \U+005CU+0041 C:\P ^ J
    """
    text = printable(words).replace("%%", "%%%%%%").replace("^", "^ ")
    return _CODE.sub(r"\\U+005C\1", text)


def _n(value: float) -> float:
    """A coordinate to a millionth of the unit."""
    return round(value, 6) + 0.0
