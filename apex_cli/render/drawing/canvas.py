"""A sheet to draw on: SVG in plain strings, the same for the same strokes."""

from typing import NamedTuple

from apex_cli.render.text import printable

FONT = "Libertinus Serif, Georgia, Times New Roman, serif"
INK, MUTED, ACCENT, ALARM = "#1b2733", "#52606d", "#1f5f99", "#b3261e"
STYLES = {
    "outline": f'fill="none" stroke="{INK}" stroke-width="1"',
    "thin": f'fill="none" stroke="{MUTED}" stroke-width="0.5"',
    "grid": 'fill="none" stroke="#d5dbe1" stroke-width="0.5"',
    "dashed": f'fill="none" stroke="{MUTED}" stroke-width="0.7" stroke-dasharray="4 2.5"',
    "above": f'fill="#ffffff" fill-opacity="0.55" stroke="{INK}" stroke-width="1"',
    "frost": f'fill="none" stroke="{ACCENT}" stroke-width="0.9" stroke-dasharray="6 2.5 1.5 2.5"',
    "grade": f'fill="none" stroke="{INK}" stroke-width="1.6"',
    "face": f'fill="#dfe9f3" stroke="{INK}" stroke-width="1"',
    "steel": f'fill="#aeb8c2" stroke="{INK}" stroke-width="0.8"',
    "plate": f'fill="#e6eaee" stroke="{INK}" stroke-width="1"',
    "rod": f'fill="{MUTED}" stroke="{INK}" stroke-width="0.5"',
    "bar": f'fill="none" stroke="{INK}" stroke-width="1.5"',
    "tie": f'fill="none" stroke="{INK}" stroke-width="0.8"',
    "axis": f'fill="none" stroke="{MUTED}" stroke-width="0.4" stroke-dasharray="9 2 2 2"',
    "hole": f'fill="#ffffff" stroke="{INK}" stroke-width="0.6"',
    "concrete": f'fill="#e3e1da" stroke="{INK}" stroke-width="1.1"',
    "ground": 'fill="#e3e1da" stroke="none"',
    "soil": 'fill="#f3ead9" stroke="none"',
    "curve": f'fill="none" stroke="{ACCENT}" stroke-width="1.5" stroke-linejoin="round"',
    "arrow": f'fill="none" stroke="{ACCENT}" stroke-width="1.2"',
    "mark": f'fill="{ACCENT}" stroke="#ffffff" stroke-width="0.8"',
    "good": f'fill="#7fa8cc" stroke="{ACCENT}" stroke-width="0.6"',
    "bad": f'fill="#e7a29d" stroke="{ALARM}" stroke-width="0.9"',
    "limit": f'fill="none" stroke="{ALARM}" stroke-width="0.9" stroke-dasharray="3 2"',
    "tip": f'fill="{INK}" stroke="none"',
    "paper": 'fill="#ffffff" fill-opacity="0.85" stroke="none"',
}
"""Every stroke and fill, by what it stands for."""


class Drawing(NamedTuple):
    """A finished drawing with its words for those who cannot see it."""

    svg: str
    title: str
    description: str


class Canvas:
    """Collects strokes; x to the right, y downwards, in points."""

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = width, height
        self._parts: list[str] = []

    def line(self, x1: float, y1: float, x2: float, y2: float, style: str = "thin") -> None:
        """A straight stroke."""
        places = f'x1="{_n(x1)}" y1="{_n(y1)}" x2="{_n(x2)}" y2="{_n(y2)}"'
        self._parts.append(f"<line {places} {STYLES[style]}/>")

    def rect(self, x: float, y: float, width: float, height: float, style: str = "outline") -> None:
        """A rectangle by its upper left corner."""
        size = f'width="{_n(max(width, 0.4))}" height="{_n(max(height, 0.4))}"'
        self._parts.append(f'<rect x="{_n(x)}" y="{_n(y)}" {size} {STYLES[style]}/>')

    def path(self, points: list[tuple[float, float]], style: str = "curve") -> None:
        """A polyline."""
        places = " ".join(f"{_n(x)},{_n(y)}" for x, y in points)
        self._parts.append(f'<polyline points="{places}" {STYLES[style]}/>')

    def polygon(self, points: list[tuple[float, float]], style: str) -> None:
        """A closed polyline."""
        places = " ".join(f"{_n(x)},{_n(y)}" for x, y in points)
        self._parts.append(f'<polygon points="{places}" {STYLES[style]}/>')

    def dot(self, x: float, y: float, radius: float = 3, style: str = "mark") -> None:
        """A point to look at."""
        place = f'cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}"'
        self._parts.append(f"<circle {place} {STYLES[style]}/>")

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        anchor: str = "start",
        size: float = 9,
        color: str = INK,
        bold: bool = False,
        turned: bool = False,
    ) -> None:
        """Words with their baseline at y; turned: read from below."""
        place = f'x="{_n(x)}" y="{_n(y)}"'
        if turned:
            place += f' transform="rotate(-90 {_n(x)} {_n(y)})"'
        look = f'font-size="{_n(size)}" text-anchor="{anchor}" fill="{color}"'
        look += ' font-weight="bold"' if bold else ""
        self._parts.append(f"<text {place} {look}>{escaped(words)}</text>")

    def arrow(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """A level or upright stroke with a head at its end."""
        self.line(x1, y1, x2, y2, "arrow")
        length = max(abs(x2 - x1), abs(y2 - y1), 1e-9)
        ux, uy = (x2 - x1) / length, (y2 - y1) / length
        head = [
            (x2, y2),
            (x2 - 5 * ux - 2 * uy, y2 - 5 * uy - 2 * ux),
            (x2 - 5 * ux + 2 * uy, y2 - 5 * uy + 2 * ux),
        ]
        self.polygon(head, "mark")

    def across(self, x1: float, x2: float, y: float, words: str) -> None:
        """A level dimension with ticks; the words stand above it."""
        self.line(x1, y, x2, y)
        for x in (x1, x2):
            self.line(x - 2.5, y + 2.5, x + 2.5, y - 2.5, "outline")
        self.text((x1 + x2) / 2, y - 3, words, anchor="middle")

    def upright(self, y1: float, y2: float, x: float, words: str) -> None:
        """An upright dimension with ticks; the words stand left of it."""
        self.line(x, y1, x, y2)
        for y in (y1, y2):
            self.line(x - 2.5, y + 2.5, x + 2.5, y - 2.5, "outline")
        self.text(x - 3.5, (y1 + y2) / 2, words, anchor="middle", turned=True)

    def drawing(self, title: str, description: str) -> Drawing:
        """The finished sheet."""
        size = f'width="{_n(self.width)}" height="{_n(self.height)}"'
        box = f'viewBox="0 0 {_n(self.width)} {_n(self.height)}"'
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} {box} font-family="{FONT}" role="img"'
        )
        label = f' aria-label="{escaped(description)}">'
        return Drawing(f"{head}{label}{''.join(self._parts)}</svg>", title, description)


def _n(value: float) -> str:
    """A coordinate to a hundredth of a point."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def escaped(words: str) -> str:
    """Text as XML, with nothing in it that XML forbids.

    >>> escaped("<a & b>")
    '&lt;a &amp; b&gt;'
    """
    text = printable(words).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;")


def room(words: str, size: float = 9) -> float:
    """About how wide these words are, in points."""
    return 0.5 * size * len(words)


def cut(words: str, width: float, size: float = 9) -> str:
    """The words, or as many as fit in this width; empty if not even a few do.

    >>> cut("a rather long name", 40)
    'a rathe…'
    """
    if room(words, size) <= width:
        return words
    fit = int(width / (0.5 * size)) - 1
    return words[:fit] + "…" if fit > 2 else ""  # noqa: PLR2004 - a letter or two tell nothing


def spread(places: list[float], gap: float) -> list[float]:
    """Ascending places moved as little as needed to stand at least `gap` apart.

    >>> spread([0, 1, 30], 10)
    [-4.5, 5.5, 30.0]
    """
    groups: list[list[float]] = []  # wished centre, count
    for place in places:
        groups.append([place, 1.0])
        while (
            len(groups) > 1
            and groups[-1][0] - groups[-2][0] < gap * (groups[-1][1] + groups[-2][1]) / 2
        ):
            last, before = groups.pop(), groups.pop()
            count = last[1] + before[1]
            groups.append([(last[0] * last[1] + before[0] * before[1]) / count, count])
    return [
        centre + gap * (i - (count - 1) / 2) for centre, count in groups for i in range(int(count))
    ]


def within(places: list[float], gap: float, floor: float, end: float) -> list[float]:
    """The places apart from one another, none beyond the end nor, where there is room, the floor.

    >>> within([0, 1, 30], 10, 0, 25)
    [0, 10, 25]
    """
    found, limit = spread(places, gap), end
    for n in reversed(range(len(found))):
        found[n] = min(found[n], limit)
        limit = found[n] - gap
    for n, place in enumerate(found):
        found[n] = max(place, floor)
        floor = found[n] + gap
    return found
