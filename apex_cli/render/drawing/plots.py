"""Plots: velocity pressure over height, depth over diameter with its cost, utilisation."""

from collections.abc import Callable, Sequence
from math import ceil, floor, log10

from apex_cli.render import measures
from apex_cli.render.drawing.canvas import Canvas, Drawing, cut
from apex_cli.render.drawing.styles import ACCENT, ALARM, INK, MUTED
from apex_cli.render.text import number
from apex_cli.vocabulary import JsonObject

WIDTH, LEFT, RIGHT, TOP, BOTTOM = 460.0, 52.0, 24.0, 16.0, 36.0
Points = list[tuple[float, float]]


def ticks(low: float, high: float, wanted: int = 5) -> list[float]:
    """Round numbers from at or below `low` to at or above `high`.

    >>> ticks(0, 31.7)
    [0, 10, 20, 30, 40]
    """
    span = max(high - low, 0.05 * abs(high), 1e-6)
    step = 10 ** floor(log10(span / wanted))
    step = next(step * m for m in (1, 2, 2.5, 5, 10) if span / (step * m) <= wanted)
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    values = [round(k * step, 9) for k in range(first, max(last, first + 1) + 1)]
    return [int(value) if value == int(value) else value for value in values]


class _Axes:
    """A frame with ticks on both sides and the places of values in it."""

    def __init__(
        self, canvas: Canvas, top: float, bottom: float, xs: list[float], ys: list[float]
    ) -> None:
        self.canvas, self.top, self.bottom = canvas, top, bottom
        self.xs, self.ys = xs, ys
        for x in xs:
            canvas.line(self.x(x), top, self.x(x), bottom, "grid")
            canvas.text(self.x(x), bottom + 11, number(x), anchor="middle", size=8.5, color=MUTED)
        for y in ys:
            canvas.line(LEFT, self.y(y), WIDTH - RIGHT, self.y(y), "grid")
            canvas.text(LEFT - 4, self.y(y) + 3, number(y), anchor="end", size=8.5, color=MUTED)
        canvas.line(LEFT, bottom, WIDTH - RIGHT, bottom, "outline")
        canvas.line(LEFT, top, LEFT, bottom, "outline")

    def x(self, value: float) -> float:
        low, high = self.xs[0], self.xs[-1]
        return LEFT + (value - low) / (high - low) * (WIDTH - RIGHT - LEFT)

    def y(self, value: float) -> float:
        low, high = self.ys[0], self.ys[-1]
        return self.bottom - (value - low) / (high - low) * (self.bottom - self.top)

    def names(self, x: str, y: str) -> None:
        """What the axes measure."""
        if x:
            self.canvas.text(WIDTH - RIGHT, self.bottom + 25, x, anchor="end", color=INK)
        self.canvas.text(LEFT - 34, (self.top + self.bottom) / 2, y, anchor="middle", turned=True)

    def curve(self, points: Points) -> None:
        """A polyline through values."""
        self.canvas.path([(self.x(x), self.y(y)) for x, y in points])


def profile(exposure: JsonObject) -> Drawing | None:
    """Velocity pressure over height; None when there are not two heights to join."""
    rows = sorted(exposure.get("profile") or [], key=lambda row: row["height_ft"])
    if len(rows) < 2:  # noqa: PLR2004 - a line needs two points
        return None
    height = 210.0
    canvas = Canvas(WIDTH, height)
    units = measures.of(exposure)
    points = [_place(units, row) for row in rows]
    axes = _Axes(
        canvas, TOP, height - BOTTOM, ticks(0, max(x for x, _ in points)), ticks(0, points[-1][1])
    )
    pressure, length = units.unit("psf"), units.unit("ft")
    axes.names(f"velocity pressure, {pressure}", f"height, {length}")
    axes.curve(points)
    for x, y in points:
        canvas.dot(axes.x(x), axes.y(y), 2.4)
    if exposure.get("height_ft"):
        most, top = _place(units, exposure)
        canvas.line(LEFT, axes.y(top), WIDTH - RIGHT, axes.y(top), "dashed")
        words = f"top of the sign: {number(most)} {pressure} at {number(top)} {length}"
        canvas.text(LEFT + 6, axes.y(top) - 3, words, size=8.5, color=MUTED)
    ends = [f"{number(x)} {pressure} at {number(y)} {length}" for x, y in (points[0], points[-1])]
    told = f"Velocity pressure from {' to '.join(ends)}."
    return canvas.drawing("Velocity pressure over height", told)


PROFILE = ("velocity_pressure_psf", "height_ft")


def _place(units: measures.Measures, row: JsonObject) -> tuple[float, float]:
    """Pressure and height of a row, in the units of the answer."""
    pressure, height = (units.field(key, row[key])[0] for key in PROFILE)
    return pressure, height


def depths(rows: Sequence[JsonObject], footing: JsonObject) -> Drawing | None:
    """Required depth over diameter, the cost below it where it depends on the foundation.

    Args:
        rows: Other widths: `width_ft`, `required_depth_ft`, `depth_ft`, `concrete_yd3`, and
            `total_usd` or None.
        footing: The result, whose width is the chosen one.
    """
    if len(rows) < 2:  # noqa: PLR2004 - a line has two ends
        return None
    costs = [row["total_usd"] for row in rows if row.get("total_usd") is not None]
    below = "total, USD" if len(costs) == len(rows) and len(set(costs)) > 1 else "concrete, yd³"
    field = "total_usd" if below.startswith("total") else "concrete_yd3"
    canvas = Canvas(WIDTH, 330.0)
    xs = ticks(rows[0]["width_ft"], rows[-1]["width_ft"], 8)
    upper = _Axes(canvas, TOP, 170, xs, ticks(0, max(row["depth_ft"] for row in rows)))
    upper.names("", "depth, ft")
    upper.curve([(row["width_ft"], row["required_depth_ft"]) for row in rows])
    canvas.path(_stairs(rows, upper.x, upper.y), "dashed")
    values = [row[field] for row in rows]
    lower = _Axes(canvas, 206, 294, xs, ticks(min(values), max(values), 4))
    what = "diameter" if footing["shape"] == "round" else "side"
    lower.names(f"{what}, ft", below)
    lower.curve([(row["width_ft"], row[field]) for row in rows])
    chosen = footing["width_ft"]
    for axes in (upper, lower):
        canvas.line(axes.x(chosen), axes.top, axes.x(chosen), axes.bottom, "limit")
    canvas.dot(upper.x(chosen), upper.y(footing["required_depth_ft"]))
    near_right = chosen > (xs[0] + xs[-1]) / 2
    words = f"chosen: {number(chosen)} ft, required {number(footing['required_depth_ft'])} ft deep"
    place = upper.x(chosen) + (-7 if near_right else 7)
    anchor = "end" if near_right else "start"
    canvas.text(place, TOP + 11, words, anchor=anchor, color=ACCENT)
    canvas.text(
        WIDTH - RIGHT - 4,
        165,
        "solid: required   dashed: to build",
        anchor="end",
        size=8,
        color=MUTED,
    )
    if all(row[field] >= min(values) for row in rows):
        best = min(rows, key=lambda row: (row[field], row["width_ft"]))
        canvas.dot(lower.x(best["width_ft"]), lower.y(best[field]), 3)
        amount = f"least: {number(best[field])} at {number(best['width_ft'])} ft"
        canvas.text(LEFT + 6, 218, amount, color=ACCENT)
    return canvas.drawing(
        "Other widths of the foundation",
        f"Required depth and {below} for widths from {number(rows[0]['width_ft'])} ft to "
        f"{number(rows[-1]['width_ft'])} ft; {words}.",
    )


def _stairs(
    rows: Sequence[JsonObject], x: Callable[[float], float], y: Callable[[float], float]
) -> Points:
    """Depths to build as steps between the widths."""
    points: Points = []
    for row in rows:
        if points:
            points.append((x(row["width_ft"]), points[-1][1]))
        points.append((x(row["width_ft"]), y(row["depth_ft"])))
    return points


MOST_BARS = 24
"""More checks than these are told by the highest of each kind: the bars must stand on one page."""


def utilisation(checks: Sequence[JsonObject]) -> Drawing | None:
    """Demand over capacity of every check, as bars with the limit at 100 %.

    Of many checks the highest of each kind is shown.
    """
    every = rows = [check for check in checks if check["ratio"] is not None]
    if not rows:
        return None
    title = "Utilisation: demand over capacity"
    if len(rows) > MOST_BARS:
        rows = _highest(rows)
        title += ", the highest of each kind of check"
    names = 150.0
    canvas = Canvas(WIDTH, 26 + 18 * len(rows))
    most = max(1.2, min(max(row["ratio"] for row in rows), 2.0) * 1.1)
    unit = (WIDTH - names - 70) / most
    for n, row in enumerate(rows):
        y = 8 + 18 * n
        long = min(row["ratio"], most) * unit
        canvas.text(names - 8, y + 9, cut(row["id"], names - 10), anchor="end")
        canvas.rect(names, y, max(long, 0.5), 12, "good" if row["passed"] else "bad")
        color = INK if row["passed"] else ALARM
        words = number(row["ratio"]) + ("" if row["passed"] else "  FAILS")
        canvas.text(WIDTH - 4, y + 9, words, anchor="end", color=color, bold=not row["passed"])
    bottom = 8 + 18 * len(rows)
    canvas.line(names, 4, names, bottom, "outline")
    canvas.line(names + unit, 4, names + unit, bottom, "limit")
    canvas.text(names + unit, bottom + 10, "1", anchor="middle", size=8.5, color=ALARM)
    worst = max(rows, key=lambda row: row["ratio"])
    highest = f"{worst['id']}, {number(worst['ratio'])}"
    told = f"Utilisation of {len(every)} checks; the highest is {highest}."
    return canvas.drawing(title, told)


def _highest(rows: Sequence[JsonObject]) -> list[JsonObject]:
    """Of each kind of check the one with the highest ratio, in the order of the kinds."""
    found: dict[str, JsonObject] = {}
    for row in rows:
        if row["id"] not in found or row["ratio"] > found[row["id"]]["ratio"]:
            found[row["id"]] = row
    return list(found.values())
