"""Which part of the calculation a step belongs to, by the module of its equation."""

from collections.abc import Iterator, Mapping, Sequence

from apex_cli.render.where import told
from apex_cli.vocabulary import JsonObject

PRICE = "Price"
WIND, POLES, GRADE = "Velocity pressure", "Wind on the poles", "Loads of the whole sign"
BESIDE = "Ice and earthquake"
COEFFICIENTS, GUST = "Coefficients and forces of the cabinets", "Gust and natural frequency"
ROOF = "Rooftop structure, and frames on the roof"
WALL, FIXINGS = "Pressures of the wall", "Brackets and anchors in the wall"
PIER, SPREAD, STEEL = "Foundation", "Spread footing", "Steel of the poles"
BASE, ANCHORS = "Base plate, rods and weld", "Anchorage in the concrete"
CONCRETE, SLAB = "Concrete and bars", "Concrete and bars of the slab"

CHAPTERS: Mapping[str, tuple[str, ...]] = {
    WIND: ("pressure", "pressure_equations", "topography"),
    GUST: ("gust", "frequency"),
    COEFFICIENTS: ("faces", "signs", "regions", "given", "shape_equations"),
    POLES: ("poles",),
    WALL: ("walls",),
    ROOF: ("roofs",),
    FIXINGS: ("fixings",),
    GRADE: ("loads", "shares"),
    BESIDE: ("ice", "seismic"),
    PIER: ("equations", "pier_equations", "broms_equations", "metric_equations",
        "planted_equations", "volume_equations"),
    SPREAD: (
        "spread_equations", "bearing_equations", "strip_equations", "standing_equations",
        "annex_d_equations", "ordinance_equations",
    ),
    STEEL: (
        "round_sections", "sections", "slenderness", "flexure", "shear", "compression", "torsion",
        "available", "interaction", "stability", "acting", "cantilever", "deflection", "opening",
        "splice",
    ),
    CONCRETE: (
        "pier_section", "pier_layers", "pier_ground", "pier_shear", "pier_bars", "pier_embedded",
    ),
    SLAB: ("slab_press", "slab_strength", "slab_bars", "slab_dowels"),
    BASE: ("rods", "rod_strength", "base_plate", "plate_layout", "plate_weld", "grouted_plate"),
    ANCHORS: ("anchors", "anchor_bars", "breakout"),
    PRICE: ("takeoff", "pricing"),
}  # fmt: skip
"""The modules of equations whose steps stand under one heading, in the order of the work."""

_OF_MODULE = {module: chapter for chapter, modules in CHAPTERS.items() for module in modules}


def chapters(steps: Sequence[JsonObject]) -> Iterator[tuple[str, JsonObject]]:
    """Every step with its chapter; one whose equation several share stands where it was needed."""
    last = ""
    for step in steps:
        found = told(step)
        last = _OF_MODULE.get(found.module, last) if found else last
        yield last, step


def order(chapter: str) -> int:
    """Where a chapter stands among the others; what is unknown comes first."""
    return [*CHAPTERS].index(chapter) if chapter in CHAPTERS else -1
