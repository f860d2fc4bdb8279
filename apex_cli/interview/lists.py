"""What may be chosen: words of the project's own, and what stands in the packs."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from apex_cli.audit.cases import editions
from apex_cli.interview.question import Choice
from apex_cli.interview.state import State
from apex_cli.packs.pricing_rows import Brackets, Flat, Percent, PricedRow
from apex_cli.packs.pricing_shop import scope_of
from apex_cli.project.choices import EXPOSURES, RISKS
from apex_cli.render.text import money
from apex_cli.vocabulary import PACK_KINDS

LISTED = 20
"""So many sections are listed at once; of more the question asks for a longer part of the name."""
_LABELS = 200
"""So many letters of a price book's rows are told where it is chosen."""

FIXED: Mapping[str, Sequence[Choice]] = {
    "kinds": (
        Choice("pole", "cabinets on one pole", {"sign.poles.count": 1}),
        Choice("two-pole", "a pylon: cabinets on two poles or more", {}),
        Choice("monument", "a cabinet at grade on a slab",
               {"footing.type": "spread", "footing.shape": "square"}),
        Choice("footing-only", "a foundation under loads that are known", {}),
        Choice("wall", "a cabinet on the wall of a building", {"sign.mounting": "wall"}),
        Choice("projecting", "a blade out of a wall", {"sign.mounting": "projecting"}),
        Choice("roof", "a cabinet over a roof", {"sign.mounting": "roof"}),
    ),
    "answers": (Choice("yes", sets={}), Choice("no", sets={})),
    "risks": tuple(Choice(word, told) for word, told in RISKS.items()),
    "exposures": tuple(Choice(word, told) for word, told in EXPOSURES.items()),
    "topographies": (
        Choice("flat", "no: Kzt = 1", {"site.kzt": 1}),
        Choice("hill", "yes: its height and lengths are asked", {}),
        Choice("kzt", "the factor Kzt is known", {}),
    ),
    "features": (Choice("ridge_2d", "a ridge"), Choice("escarpment_2d", "an escarpment"),
                 Choice("hill_3d", "a hill")),
    "sides": (Choice("upwind", "before the crest"), Choice("downwind", "behind it")),
    "shapes": (
        Choice("round"), Choice("square"), Choice("square_diagonal", "wind on a corner"),
        Choice("hexagonal"), Choice("octagonal"),
    ),
    "methods": (Choice("lrfd", "strength level"), Choice("asd", "allowable stress")),
    "levels": (Choice("asd", "allowable stress, 0.6W"), Choice("strength", "strength, 1.0W")),
    "foundations": (
        Choice("round", "a drilled pier", {"footing.type": "pier", "footing.shape": "round"}),
        Choice("square", "a square pier", {"footing.type": "pier", "footing.shape": "square"}),
        Choice("spread", "a slab", {"footing.type": "spread", "footing.shape": "square"}),
    ),
    "constraints": (
        Choice("nonconstrained", "earth or loose paving around it"),
        Choice("constrained", "a rigid floor or pavement holds it"),
    ),
    "isolated": (
        Choice("yes", "it does none: twice the lateral bearing", {"footing.isolated_pole": True}),
        Choice("no", "the bearing of the table", {"footing.isolated_pole": False}),
    ),
}  # fmt: skip
"""Lists that are the same for everybody."""


def _codes(state: State) -> list[Choice]:
    """Every building code of the packs, the newest first, with what it adopts.

    The talk asks for what American codes ask: the packs of another family are not in it.
    """
    newest = {kind: ref for kind in PACK_KINDS if (ref := state.newest(kind))}
    for ref in state.refs.get("exposure", ()):
        if state.catalogue.load("exposure", ref)[0].family == "american":
            newest["exposure"] = ref
    found: dict[str, Mapping[str, str]] = {}
    for ref in state.refs["footing"]:  # from a pack that is no building code no other is found
        for case in editions({"packs": {**newest, "footing": ref}}, state.catalogue):
            if _is_whole(case.overrides):
                found[case.name] = case.overrides
    return [_code(state, name, found[name]) for name in sorted(found, reverse=True)]


def _is_whole(sets: Mapping[str, Any]) -> bool:
    return "packs.footing" in sets and "packs.exposure" in sets


def _code(state: State, name: str, sets: Mapping[str, str]) -> Choice:
    wind = state.catalogue.load("exposure", sets["packs.exposure"])[0].standard
    return Choice(name.rpartition(" ")[2], f"{name}, wind by {wind}", sets)


def _soils(state: State) -> list[Choice]:
    rows = state.pack("footing").presumptive.rows
    told = "{0.materials}: {0.lateral:,g} psf/ft sideways, {0.vertical:,g} psf down"
    return [
        *(Choice(str(row.number), told.format(row), {"soil.class": row.number}) for row in rows),
        Choice("report", "the values of a geotechnical report", {}),
    ]


def sections(state: State, text: str) -> list[Choice]:
    """The sections that a text finds, with width and weight; one alone if it is a whole name."""
    pack = state.pack("sections")
    own = pack.section(text)
    names = [own.name] if own else pack.found(text)
    ref = {"packs.sections": state.newest("sections")}
    return [
        Choice(one.name, _size(one), {"sign.poles.section": one.name, **ref})
        for one in map(pack.section, names)
    ]


def _size(section: Any) -> str:
    if section.shape == "round":
        return f"{section.width:g} in, {section.weight:g} lb/ft"
    return f"{section.height:g} x {section.width:g} in, {section.weight:g} lb/ft"


def _by_hand(_state: State) -> list[Choice]:
    return [Choice("none", "shape and width by hand", {})]


def _materials(state: State) -> list[Choice]:
    """The steels that the chosen section is made of."""
    section = state.pack("sections").section(state.value("sign.poles.section"))
    return [
        Choice(one.name, one.title)
        for one in state.pack("support").materials
        if section.family in one.families
    ]


def _books(state: State) -> list[Choice]:
    packs: list[Any] = [state.catalogue.load("pricing", ref)[0] for ref in state.refs["pricing"]]
    earlier = {pack.supersedes for pack in packs}
    packs = [pack for pack in packs if pack.ref not in earlier]
    packs.sort(key=lambda pack: pack.example)
    return [*map(_book, packs), Choice("none", "no price", {})]


def _book(pack: Any) -> Choice:
    labels = "; ".join(row.label for row in pack.rows if not row.hidden)
    short = labels if len(labels) <= _LABELS else f"{labels[:_LABELS].rpartition('; ')[0]}; ..."
    warning = "made-up prices, to be copied and replaced. " if pack.example else ""
    only = ", without fabrication, foundation, installation" if _engineering(pack) else ""
    return Choice(pack.ref, f"{warning}{pack.title}{only}: {short}", {"packs.pricing": pack.ref})


def _engineering(pack: Any) -> bool:
    return scope_of(pack.ref, pack.scope) == "engineering"


def _addons(state: State) -> list[Choice]:
    book = state.pack("pricing")
    rows = [row for row in book.rows if row.select == "addon"]
    return [
        *(Choice(row.code, f"{row.label}{_price(row)}") for row in rows),
        *(Choice(code, f"{offer.label}, an option") for code, offer in book.options.items()),
    ]


def _price(row: Any) -> str:
    if isinstance(row, Percent):
        return f", {row.rate_pct:g} %"
    if isinstance(row, PricedRow) and not isinstance(row, Brackets) and hasattr(row, "amount_usd"):
        unit = "each" if row.unit == "each" else f"a {row.unit}"
        each = "" if isinstance(row, Flat) else f" {unit}"
        return f", {money(row.amount_usd)} USD{each}"
    return ""


def _regions(state: State) -> list[Choice]:
    return [Choice(name) for name in state.pack("pricing").regions]


def _fixed(name: str, _state: State) -> list[Choice]:
    return list(FIXED[name])


LISTS: Mapping[str, Callable[[State], list[Choice]]] = {
    **{name: partial(_fixed, name) for name in FIXED},
    "codes": _codes,
    "soils": _soils,
    "sections": _by_hand,
    "materials": _materials,
    "books": _books,
    "addons": _addons,
    "regions": _regions,
}
"""Every list by its name; of sections what can be chosen beside those that a text finds."""
