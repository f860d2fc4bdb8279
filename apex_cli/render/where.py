"""What a step of an envelope is for and what its terms mean: found again from its text.

An envelope says how a number came to be, not in words what it is: the words stand on the cards of
the equations and in the nomenclature, and a step leads back to them by its symbol and its text.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from types import ModuleType
from typing import Any, NamedTuple

from apex_cli.equations import Card, card_of
from apex_cli.packs.pricing_quantities import QUANTITIES
from apex_cli.packs.pricing_terms import plain_name
from apex_cli.solvers import outlines, shares, sums, takeoff
from apex_cli.solvers.exposure.equations import (
    faces,
    fixings,
    frequency,
    given,
    gust,
    ice,
    loads,
    poles,
    pressure,
    regions,
    roofs,
    seismic,
    signs,
    topography,
    walls,
)
from apex_cli.solvers.exposure.eurocode import pressure_equations, shape_equations
from apex_cli.solvers.exposure.nomenclature import NOMENCLATURE as WIND
from apex_cli.solvers.footing import (
    bearing_equations,
    broms_equations,
    ordinance_equations,
    pier_equations,
    spread_equations,
    strip_equations,
    volume_equations,
)
from apex_cli.solvers.footing import equations as pier
from apex_cli.solvers.footing.eurocode import (
    annex_d_equations,
    metric_equations,
    planted_equations,
    standing_equations,
)
from apex_cli.solvers.footing.nomenclature import NOMENCLATURE as FOUNDATION
from apex_cli.solvers.pricing import amounts
from apex_cli.solvers.pricing import equations as prices
from apex_cli.solvers.pricing.money import CENTS
from apex_cli.solvers.pricing.nomenclature import PRICE, TAKEOFF
from apex_cli.solvers.support.equations import (
    acting,
    anchor_bars,
    anchors,
    available,
    base_plate,
    breakout,
    cantilever,
    compression,
    deflection,
    flexure,
    grouted_plate,
    interaction,
    opening,
    pier_bars,
    pier_embedded,
    pier_ground,
    pier_layers,
    pier_section,
    pier_shear,
    plate_layout,
    plate_weld,
    rod_strength,
    rods,
    round_sections,
    sections,
    shear,
    slab_bars,
    slab_dowels,
    slab_press,
    slab_strength,
    slenderness,
    splice,
    stability,
    torsion,
)
from apex_cli.solvers.support.nomenclature import NOMENCLATURE as SUPPORT

Meanings = Mapping[tuple[str, str], str]

EQUATIONS: tuple[tuple[Meanings, tuple[ModuleType, ...]], ...] = (
    (WIND, (faces, fixings, frequency, given, gust, ice, loads, poles, pressure, regions, roofs,
        seismic, shares, signs, topography, walls, pressure_equations, shape_equations)),
    (FOUNDATION, (pier, pier_equations, spread_equations, bearing_equations, strip_equations,
        broms_equations, volume_equations, ordinance_equations, standing_equations,
        annex_d_equations, metric_equations, planted_equations)),
    (SUPPORT, (round_sections, sections, slenderness, flexure, shear, compression, torsion,
        available, interaction, stability, acting, cantilever, deflection, opening, splice,
        pier_section, pier_layers, pier_ground, pier_shear, pier_bars, pier_embedded, slab_press,
        slab_strength, slab_bars, slab_dowels, rods, rod_strength, base_plate, plate_layout,
        plate_weld, grouted_plate, anchors, anchor_bars, breakout)),
    (TAKEOFF, (takeoff,)),
    (outlines.OUTLINE, (outlines,)),
)  # fmt: skip
"""The modules of equations, with what their symbols mean."""

_OF_QUANTITIES = {plain_name(name): quantity.words for name, quantity in QUANTITIES.items()}


RATE = "what an hour of the trade costs"
PRICES = "pricing"
"""The module that steps of a price are told to be of."""


class Told(NamedTuple):
    """What a step is for, what each of its terms means, and the module of its equation."""

    words: str
    terms: dict[str, str]
    module: str = ""


def told(step: Mapping[str, Any]) -> Told | None:
    """The words of a step; None for one that this version does not know."""
    terms: Mapping[str, Mapping[str, Any]] = step["terms"]
    found = _fixed().get((step["symbol"], step["text"]))
    if found is not None:
        card, meanings, module = found
        meant = {name: meanings[name, card.units[name]] for name in terms}
        return Told(card.words, meant, module)
    return _summed(step) or _layered(step) or _priced(step)


def _summed(step: Mapping[str, Any]) -> Told | None:
    """The words of a sum, whose terms are numbered."""
    terms = step["terms"]
    for kind in sums.ALL:
        if kind.symbol == step["symbol"] and len(terms) >= len(kind.hints):
            card = card_of(sums.series(kind, len(terms) // len(kind.hints)))
            if card.text == step["text"]:
                meant = {name: (name.rpartition("_")[0], unit) for name, unit in card.units.items()}
                return Told(card.words, {name: WIND[key] for name, key in meant.items()})
    return None


def _layered(step: Mapping[str, Any]) -> Told | None:
    """The words of a sum over the bars of a section, whose terms are numbered."""
    units = {name: term["unit"] for name, term in step["terms"].items()}
    if count := sum(name.startswith("R_") for name in units):
        for made in (pier_layers.axial_sum, pier_layers.moment_sum):
            card = card_of(made(count))
            if (card.symbol, card.text) == (step["symbol"], step["text"]):
                meant = {
                    name: SUPPORT[name[0] if name[0] in "Ry" else name, unit]
                    for name, unit in units.items()
                }
                return Told(card.words, meant)
    return None


@cache
def _fixed() -> dict[tuple[str, str], tuple[Card, Meanings, str]]:
    """The cards that are the same for every sign, by symbol and text, with their module's name."""
    return {
        (item.card.symbol, item.card.text): (item.card, meanings, module.__name__.split(".")[-1])
        for meanings, modules in EQUATIONS
        for module in modules
        for item in vars(module).values()
        if hasattr(item, "card")
    }


def _priced(step: Mapping[str, Any]) -> Told | None:
    """The words of a step of a price: its symbol and units are those of a row of the book."""
    terms = step["terms"]
    if words := _families().get(step["text"]):
        return Told(
            words, {name: _in_price(name, term["unit"]) for name, term in terms.items()}, PRICES
        )
    if step["unit"] == "USD" and step["text"] == " + ".join(terms):
        return Told(card_of(prices.total("", ())).words, {}, PRICES)
    if step["unit"] == "USD/h" and all(term["unit"] == "USD/h" for term in terms.values()):
        return Told(card_of(prices.crew_rate("", ())).words, dict.fromkeys(terms, RATE), PRICES)
    if terms and terms.keys() <= _OF_QUANTITIES.keys():
        words = card_of(amounts.amount("", "1", "each")).words
        return Told(words, {name: _OF_QUANTITIES[name] for name in terms}, PRICES)
    return None


def _in_price(name: str, unit: str) -> str:
    return PRICE.get((name, unit)) or next(PRICE[key] for key in PRICE if key[0] == name)


@cache
def _families() -> dict[str, str]:
    """The words of each family of a price's equations by its texts, which name no row."""
    return {card.text: card.words for card in map(card_of, _members())}


def _members() -> Iterator[Any]:
    yield prices.whole_line("", "")
    yield from (prices.shortfall(""), prices.credit(""), prices.deposit_at_most())
    yield from (prices.rounding("", mode) for mode in ("up", "nearest"))
    for cents in CENTS:
        yield from (prices.measured_line("", "", cents), prices.indexed("", "", cents))
        yield from (prices.at_cost("", cents), prices.taken_off("", cents), prices.deposit(cents))
        yield from (prices.share("", basis, cents) for basis in ("markup", "margin"))
    for one in (False, True):
        yield from (amounts.within("", "", closed=one), amounts.crew_hours("", "", setup=one))
        yield from (amounts.billed("", "", minimum=one, increment=two) for two in (False, True))
