"""Shop's books and projects drawn at random: every kind of row and all that a head may say."""

import random
from itertools import pairwise
from typing import Any

Document = dict[str, Any]

SAID: Document = {"clause": "row", "status": "secondary", "sources": ["me"]}
HEAD: Document = {
    "kind": "pricing", "ref": "test_v1", "standard": "Test book", "title": "A book of a test",
    "released": "2026-11-23", "refs": [], "sources": {"me": "made up for a test"},
    "currency": "USD", "valid_from": "2026-01-01", "valid_to": None, "example": False,
    "scope": "shop",
    "regions": {"here": {**SAID, "material": 1.037, "installation": 0.9}},
    "trades": {
        "fitter": {**SAID, "label": "Fitter", "rate_usd": 61.35},
        "rigger": {**SAID, "label": "Rigger", "rate_usd": 48.07},
    },
    "crews": {
        "shop": {"label": "Shop", "members": {"fitter": 2}},
        "field": {"label": "Field", "members": {"fitter": 1, "rigger": 3}},
    },
}  # fmt: skip
UNITS = {
    "footing.depth_ft": "ft", "footing.concrete_yd3": "yd3", "input": "h",
    "poles.weight_lb": "cwt", "sign.area_ft2": "ft2", "pricing.quantity": "each",
}  # fmt: skip
PRICED = ("flat", "brackets", "per_unit", "steps", "labour")
SHARES = ("percent", "minimum_charge", "discount", "discount")


class Drawn:
    """A book and a project, by one chance."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.rows: list[Document] = []
        self.book = self._book()

    def one(self, *choices: Any) -> Any:
        return self.chance.choice(choices)

    def maybe(self, part: float) -> bool:
        return self.chance.random() < part

    def usd(self, most: float) -> float:
        return round(self.chance.uniform(0.5, most), 2)

    def bands(self, key: str, most: float, digits: int = 2) -> list[Document]:
        edges = [
            0.0,
            *sorted({round(self.chance.uniform(1, 30), 3) for _ in range(self.one(0, 1, 2, 3))}),
        ]
        bands = [{"above": low, "up_to": high} for low, high in pairwise([*edges, None])]
        return [{**band, key: round(self.chance.uniform(0, most), digits)} for band in bands]

    def _book(self) -> Document:
        groups = [
            {"name": name, "shown": self.one("rows", "lump")} for name in ("Sign", "Foundation")
        ]
        self.taxed = self.maybe(0.6)
        n = self.chance.randint(1, 4)
        self._rows([self.one(None, "Sign") for _ in range(1)] + ["Sign"] * n, None)
        self._rows(["Foundation"] * self.chance.randint(0, 3), None)
        self._rows([None] * self.chance.randint(0, 4), None)
        codes = [row["code"] for row in self.rows if row["option"] is None]
        for _ in range(self.one(0, 1, 2)):
            self._row(self.one(*SHARES), None, None, codes)
        options = {}
        for name in ("led", "flag")[: self.one(0, 1, 2)]:
            self._rows([None] * self.chance.randint(1, 3), name)
            options[name] = {"label": name.title()}
        if self.maybe(0.4):
            self._add(
                "rounding", None, None, mode=self.one("up", "nearest"), to_usd=self.one(0.05, 1, 25)
            )
        for _ in range(self.one(1, 2) if self.taxed else 0):
            self._add("tax", None, None, rate_pct=round(self.chance.uniform(1, 10), 3))
        deposit = self.one(None, {"rate_pct": 50}, {"rate_pct": 33.333}, {"amount_usd": 250.5})
        book = {**HEAD, "cents": self.one("half_up", "half_up", "up"), "groups": groups}
        if deposit:
            book |= {"deposit": {**SAID, **deposit}}
        return {**book, "options": options, "rows": self.rows}

    def _rows(self, groups: list[str | None], option: str | None) -> None:
        for group in groups:
            codes = [row["code"] for row in self.rows if row["option"] == option]
            kind = self.one(*PRICED, *PRICED, "at_cost", "percent") if codes else self.one(*PRICED)
            self._row(kind, group, option, codes)

    def _row(  # noqa: C901 - one kind of row after another
        self, kind: str, group: str | None, option: str | None, codes: list[str]
    ) -> None:
        own: Document = {}
        if kind in PRICED:
            own = {
                "per": self.one("sign", "project"),
                "index": self.one("material", "installation", None),
            }
        if kind in {"per_unit", "steps"}:
            name = self.one(*UNITS)
            own |= {"quantity": f"1.07 * {name}", "unit": UNITS[name]}
        if kind in {"per_unit", "steps", "labour"}:
            own |= self.one(
                {}, {"minimum": 2.5}, {"increment": 0.25}, {"minimum": 3, "increment": 0.1}
            )
        if kind in {"flat", "per_unit", "minimum_charge"}:
            own |= {"amount_usd": self.usd(900)}
        if kind == "brackets":
            own |= {
                "by": "sign.height_ft",
                "by_unit": "ft",
                "brackets": self.bands("amount_usd", 300),
            }
        if kind == "steps":
            own |= {"method": self.one("graduated", "whole"), "steps": self.bands("amount_usd", 90)}
        if kind == "labour":
            own |= {"crew": self.one("shop", "field"), "hours": self.bands("hours", 0.5, 3)}
            own |= {"work": "sign.area_ft2 * 1.5", "work_unit": "ft2"}
            own |= self.one({}, {"by": "sign.height_ft", "by_unit": "ft"})
            own |= self.one({}, {"setup_h": 1.25})
        if kind == "percent":
            own = {
                "basis": self.one("markup", "margin"),
                "rate_pct": round(self.chance.uniform(0.1, 60), 2),
            }
        if kind == "discount":
            own = self.one(
                {"amount_usd": self.usd(400)},
                {"rate_pct": round(self.chance.uniform(0.1, 100), 2)},
                {"breaks": [
                    {"above": 0, "up_to": 2, "rate_pct": 0},
                    {"above": 2, "up_to": 10, "rate_pct": 3.5},
                    {"above": 10, "up_to": None, "rate_pct": 7},
                ]},
            )  # fmt: skip
        if kind in {"percent", "discount"} and own.get("amount_usd") is None:
            own["of"] = self.one(["above"], sorted({self.one(*codes), self.one(*codes)}))
        if kind == "discount":
            group = None
        self._add(
            kind,
            group if kind != "minimum_charge" else None,
            option if kind not in SHARES[1:2] else None,
            **own,
        )

    def _add(self, kind: str, group: str | None, option: str | None, **own: Any) -> None:
        row: Document = {
            **SAID, "code": f"row{len(self.rows)}", "label": f"Row of {kind} no {len(self.rows)}",
            "type": kind, "group": group, "option": option,
            "select": "option" if option else self.one("always", "always", "always", "addon"),
        }  # fmt: skip
        if not self.rows:
            row["select"] = "always"
        if self.taxed and kind != "tax":
            row["taxable"] = self.maybe(0.5)
        if kind not in {"tax", "discount"}:
            row["hidden"] = self.maybe(0.25)
            row["role"] = self.one(None, None, "cost", "overhead", "margin")
            if row["role"] in {None, "cost"} and self.maybe(0.3):
                row["cost_pct"] = round(self.chance.uniform(1, 100), 2)
        self.rows.append(row | own)

    def project(self) -> tuple[Document, dict[str, float]]:
        """What a project chooses, and its amounts."""
        rows = self.book["rows"]
        addons = [row["code"] for row in rows if row["select"] == "addon" and self.maybe(0.6)]
        addons += [code for code in self.book["options"] if self.maybe(0.4)]
        pricing: Document = {"addons": addons, "quantity": self.one(1, 2, 3, 40)}
        if self.maybe(0.3):
            pricing["offer"] = [code for code in self.book["options"] if self.maybe(0.5)]
        if self.maybe(0.5):
            pricing["region"] = "here"
        offered: list[str] = pricing.get("offer", [*self.book["options"]])
        there = {*addons, *offered}
        pricing["inputs"] = {
            row["code"]: self.usd(500) for row in rows
            if (row["type"] == "at_cost" or "input" in row.get("quantity", ""))
            and (row["select"] == "always" or row["code"] in there or row["option"] in there)
        }  # fmt: skip
        names = ("sign.height_ft", *UNITS)
        return pricing, {name: round(self.chance.uniform(0.5, 40), 2) for name in names}
