"""Front elevation to scale: cabinets, poles, grade, dimensions, pressures, Case B and Case C."""

from collections.abc import Mapping, Sequence
from typing import Any

from apex_cli.render.drawing.canvas import ACCENT, MUTED, Canvas, Drawing, cut, room, spread
from apex_cli.render.text import number

WIDTH, LEFT, RIGHT, TOP, BOTTOM = 460.0, 52.0, 92.0, 34.0, 44.0
TALLEST = 330.0
LABEL_GAP = 11.0
LABEL_HALF = 50.0
"""Half the room in the middle of a cabinet that its name and force take."""
MARKS, TALL_ENOUGH = 12.0, 26.0
"""Room for the marks of Case B, and the height of a cabinet that has it."""
Record = Mapping[str, Any]


def elevation(sign: Record, exposure: Record | None, steps: Sequence[Record] = ()) -> Drawing:
    """The sign as the wind sees it.

    Args:
        sign: The project's `sign` block, as read.
        exposure: The result of the wind calculation, if there is one.
        steps: The trace's steps, for the eccentricity of Case B.
    """
    return _Elevation(sign, exposure, steps).draw()


class _Elevation:
    """The scale, and what is drawn with it."""

    def __init__(self, sign: Record, exposure: Record | None, steps: Sequence[Record]) -> None:
        self.faces: list[Record] = sign["elements"]
        self.poles: Record | None = sign.get("poles")
        found = (exposure or {}).get("elements") or []
        winds = [item for item in found if item["kind"] != "pole"]
        self.winds = winds if len(winds) == len(self.faces) else []
        self.eccentric = {
            step.get("subject", ""): step["value"]
            for step in steps
            if step["symbol"] == "e" and step["clause"].endswith("Case B")
        }
        self.strips_told = False
        self.top = max(face["bottom_ft"] + face["height_ft"] for face in self.faces)
        self.posts = self._posts()
        half = (self.poles or {}).get("width_in", 0) / 24
        edges = [x for face in self.faces for x in _sides(face)]
        edges += [x for axis, _ in self.posts for x in (axis - half, axis + half)]
        tallest = max([self.top, *(top for _, top in self.posts)])
        self.left, self.right = min(edges), max(edges)
        span = max(self.right - self.left, 0.25 * tallest)
        self.scale: float = min((WIDTH - LEFT - RIGHT) / span, TALLEST / tallest)
        middle = (self.left + self.right) / 2
        self.x0: float = LEFT + (WIDTH - LEFT - RIGHT) / 2 - middle * self.scale
        self.y0: float = TOP + tallest * self.scale
        self.canvas = Canvas(WIDTH, self.y0 + BOTTOM)

    def _posts(self) -> list[tuple[float, float]]:
        """Axis and top of every pole, ft."""
        if self.poles is None:
            return []
        count, spacing = self.poles.get("count", 1), self.poles.get("spacing_ft", 0)
        top = min(self.poles.get("top_ft") or self.top, 1.2 * self.top)
        return [((k - (count - 1) / 2) * spacing, top) for k in range(count)]

    def x(self, feet: float) -> float:
        return self.x0 + feet * self.scale

    def y(self, feet: float) -> float:
        return self.y0 - feet * self.scale

    def draw(self) -> Drawing:
        """All of it, from back to front."""
        self._grade()
        for axis, top in self.posts:
            width = (self.poles or {})["width_in"] / 12 * self.scale
            head = self.y(top) + 1
            self.canvas.rect(self.x(axis) - width / 2, head, width, self.y0 - head, "steel")
        for n, face in enumerate(self.faces):
            self._face(n, face)
        self._levels()
        self._widths()
        self._scale_bar()
        count = len(self.faces)
        words = (
            f"{count} cabinet{'s' * (count > 1)}, top at {number(_tidy(self.top))} ft above grade"
        )
        if self.poles:
            words += f", on {len(self.posts)} pole{'s' * (len(self.posts) > 1)}"
        title = "Front elevation, to scale"
        if self.strips_told:
            title += " (C: force on the strip in Case C, lbf)"
        return self.canvas.drawing(title, f"Front elevation: {words}.")

    def _grade(self) -> None:
        left, right = LEFT - 18, WIDTH - RIGHT + 14
        self.canvas.line(left, self.y0, right, self.y0, "grade")
        for step in range(int((right - left) / 9)):
            x = left + 6 + 9 * step
            self.canvas.line(x, self.y0 + 0.8, x - 5, self.y0 + 6)

    def _face(self, n: int, face: Record) -> None:
        """One cabinet with its number, name, pressure and what Cases B and C do to it."""
        x1, x2 = map(self.x, _sides(face))
        top, bottom = self.y(face["bottom_ft"] + face["height_ft"]), self.y(face["bottom_ft"])
        self.canvas.rect(x1, top, x2 - x1, bottom - top, "face")
        wind = self.winds[n] if self.winds else None
        strips = (wind or {}).get("case_c") or []
        self._case_c(strips, x1, top, bottom)
        self._words(n, face, wind, (x1, x2, top, bottom))
        if (e := self.eccentric.get(face.get("name") or "")) is not None:
            self._case_b(face, e, top, bottom)

    def _words(
        self, n: int, face: Record, wind: Record | None, place: tuple[float, float, float, float]
    ) -> None:
        x1, x2, top, bottom = place
        name = face.get("name") or "cabinet"
        title = f"{n + 1}  {name}" if len(self.faces) > 1 else name
        lines = [cut(title, x2 - x1 - 6)]
        if wind:
            lines.append(f"p = {number(wind['pressure_psf'])} psf")
            lines.append(f"F = {number(wind['force_lbf'])} lbf")
        marks = MARKS if self.eccentric and bottom - top >= TALL_ENOUGH else 0.0
        above = LABEL_GAP if wind and wind["case_c"] and bottom - top > 4 * LABEL_GAP else 0.0
        fit = int((bottom - top - 3 - marks - above) / LABEL_GAP)
        lines = [words for words in lines if words and room(words) <= x2 - x1 - 4][: max(fit, 0)]
        if not lines:
            y = (top + bottom) / 2 + 2.5
            self.canvas.text(x1 - 4, y, str(n + 1), anchor="end", size=7.5, color=MUTED)
            return
        height = LABEL_GAP * len(lines)
        y = top + above + (bottom - top - above - marks - height) / 2 + LABEL_GAP - 2.5
        width = max(room(words) for words in lines) + 6
        middle = (x1 + x2) / 2
        self.canvas.rect(middle - width / 2, y - LABEL_GAP + 2, width, height + 1, "paper")
        for k, words in enumerate(lines):
            self.canvas.text(middle, y + k * LABEL_GAP, words, anchor="middle", bold=k == 0)

    def _case_c(self, strips: Sequence[Record], x1: float, top: float, bottom: float) -> None:
        """The strips of Case C with their forces."""
        centre = x1 + strips[-1]["to_ft"] * self.scale / 2 if strips else x1
        for n, strip in enumerate(strips):
            start, end = (x1 + strip[key] * self.scale for key in ("from_ft", "to_ft"))
            if n:
                self.canvas.line(start, top, start, bottom, "dashed")
            words = f"C: {number(strip['force_lbf'])}"
            tall, middle = bottom - top, (start + end) / 2
            if tall > 4 * LABEL_GAP and room(words, 7.5) < end - start:
                self.strips_told = True
                self.canvas.text(middle, top + 9, words, anchor="middle", size=7.5, color=ACCENT)
            elif (
                room(words, 7.5) < tall - 4
                and end - start > MARKS
                and abs(middle - centre) > LABEL_HALF
            ):
                self.canvas.text(
                    middle + 2.5, bottom - 4, words, size=7.5, color=ACCENT, turned=True
                )

    def _case_b(self, face: Record, e: float, top: float, bottom: float) -> None:
        """Where Case B puts the force: on either side of the middle."""
        middle = self.x(face.get("offset_ft", 0))
        reach, y = e * self.scale, bottom - 6
        if reach < MARKS / 2 or bottom - top < TALL_ENOUGH:
            return
        words = f"B: e = ±{number(e)} ft"
        self.canvas.line(middle - reach, y, middle + reach, y, "dashed")
        for x in (middle - reach, middle + reach):
            self.canvas.dot(x, y, 2.2)
        if room(words, 7.5) + 4 <= 2 * reach:
            half = room(words, 7.5) / 2
            self.canvas.rect(middle - half, y - 4, 2 * half, 8, "paper")
            self.canvas.text(middle, y + 2.4, words, anchor="middle", size=7.5, color=ACCENT)
        else:
            self.canvas.line(middle, y - 3, middle, y + 3, "outline")

    def _levels(self) -> None:
        """Heights above grade of every edge, at the right, none over another."""
        heights = {0.0: "grade"}
        for face in self.faces:
            for height in (face["bottom_ft"], face["bottom_ft"] + face["height_ft"]):
                heights[round(height, 3)] = f"{number(_tidy(height))} ft"
        order = sorted(heights, reverse=True)
        heights[0.0] = "grade"
        places = [self.y(height) for height in order]
        edge = WIDTH - RIGHT + 14
        for height, place, label in zip(order, places, spread(places, LABEL_GAP), strict=True):
            end = self._right_end(height)
            if height:
                self.canvas.line(end + 3, place, edge, place, "grid")
                self.canvas.line(edge, place, edge + 12, label, "thin")
            else:
                self.canvas.line(edge, place, edge + 12, label, "thin")
            self.canvas.text(edge + 15, label + 3, heights[height], size=8.5, color=MUTED)

    def _right_end(self, height: float) -> float:
        """How far right the cabinets with an edge at this height reach."""
        ends = [
            self.x(_sides(face)[1])
            for face in self.faces
            if height
            in {round(face["bottom_ft"], 3), round(face["bottom_ft"] + face["height_ft"], 3)}
        ]
        return max(ends, default=self.x(self.right))

    def _widths(self) -> None:
        """The widest cabinet above, the whole height at the left, the poles' spacing below."""
        widest = max(self.faces, key=lambda face: face["width_ft"])
        x1, x2 = map(self.x, _sides(widest))
        self.canvas.across(x1, x2, TOP - 14, f"{number(widest['width_ft'])} ft")
        x = max(self.x(self.left) - 16, 16)
        self.canvas.upright(self.y0, self.y(self.top), x, f"{number(_tidy(self.top))} ft")
        if len(self.posts) > 1:
            (first, _), (second, _) = self.posts[:2]
            words = f"{number(_tidy(second - first))} ft c/c"
            self.canvas.across(self.x(first), self.x(second), self.y0 + 22, words)

    def _scale_bar(self) -> None:
        """A bar of round length, from which anything can be measured."""
        span = 80 / self.scale
        size = max((step for step in _ROUND_FEET if step <= span), default=_ROUND_FEET[0])
        x, y = LEFT - 18, self.y0 + BOTTOM - 12
        self.canvas.rect(x, y, size * self.scale / 2, 3, "tip")
        self.canvas.rect(x, y, size * self.scale, 3, "outline")
        self.canvas.text(x, y + 11, "0", size=7.5, anchor="middle", color=MUTED)
        end = x + size * self.scale
        self.canvas.text(end, y + 11, f"{number(size)} ft", size=7.5, anchor="middle", color=MUTED)


_ROUND_FEET = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500)


def _sides(face: Record) -> tuple[float, float]:
    """Left and right edge of a cabinet, ft from the supports' axis."""
    middle = face.get("offset_ft", 0)
    return middle - face["width_ft"] / 2, middle + face["width_ft"] / 2


def _tidy(value: float) -> float:
    """A sum of two inputs without the dust of binary fractions."""
    value = round(value, 3)
    return int(value) if value == int(value) else value
