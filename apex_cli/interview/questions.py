"""The questions, in their order: a literal table."""

from apex_cli.interview.question import Question as Q  # noqa: N817 - a row is short

SIGN = {"kind": "pole two-pole monument wall projecting roof"}
STANDING = {"kind": "pole two-pole monument"}
AT = {"kind": "wall projecting roof"}
WALL = {"kind": "wall projecting"}
GROUND = {"kind": "pole two-pole monument footing-only"}
POLES = {"kind": "pole two-pole"}
HILL = {**SIGN, "topography": "hill"}
BY_HAND = {**POLES, "sign.poles.section": "none"}
STEEL = {**POLES, "steel": "yes"}
REPORT = {"ground": "report"}
PIER = {"foundation": "round square"}
SPREAD = {"foundation": "spread"}
LOADS = {"kind": "footing-only"}
PRICED = {**SIGN, "priced": "yes"}

DEPARTMENT = "the building department of the site"
CABINET = "Cabinet {n}"

QUESTIONS = (
    Q("kind", "Sign", "What is to be calculated?", choices="kinds"),
    Q("name", "Sign", "What is the project called?", default="{file}"),
    Q("code", "Codes", "Which building code is adopted at the site?", choices="codes",
      where=f"{DEPARTMENT}, on its page of adopted codes"),
    Q("site.risk_category", "Wind", "Which risk category has the sign?", SIGN, "risks",
      where="the building code's table 1604.5",
      told="It decides which map the wind speed is read from.", label="risk category"),
    Q("site.wind_speed_mph", "Wind", "Basic wind speed at the site", SIGN,
      where="ASCE Hazard Tool, ascehazardtool.org: {wind}, risk category {risk}, at the address",
      told="The 3-second gust of strength level, neither a nominal nor a service speed. Some "
      "departments prescribe a higher one."),
    Q("site.wind_speed_source", "Wind", "Where is the speed from, in words for the package?", SIGN,
      optional="nothing is said of it"),
    Q("site.exposure", "Wind", "What does the wind come over?", SIGN, "exposures",
      where="{wind} 26.7; some departments prescribe it", label="exposure"),
    Q("site.ground_elevation_ft", "Wind", "Elevation of the ground above sea level",
      {**SIGN, "elevation": "yes"}, optional="Ke = 1.0, which an answer says",
      where="USGS, apps.nationalmap.gov/epqs, or the hazard tool at the address",
      label="elevation"),
    Q("topography", "Wind", "Does it stand on a hill, ridge or escarpment?", SIGN, "topographies",
      where="{wind} 26.8", label="hill:"),
    Q("site.topography.feature", "Wind", "Which of them?", HILL, "features"),
    Q("site.topography.height_ft", "Wind", "Its height H", HILL, label="H"),
    Q("site.topography.half_length_ft", "Wind", "Its length Lh: from the crest to half the height",
      HILL, label="Lh"),
    Q("site.topography.distance_ft", "Wind", "From the crest to the sign", HILL, label="x"),
    Q("site.topography.side", "Wind", "On which side of the crest?", HILL, "sides"),
    Q("site.kzt", "Wind", "Topographic factor Kzt", {**SIGN, "topography": "kzt"}, label="Kzt"),
    Q("sign.building.mean_roof_height_ft", "Building", "Mean roof height above grade", AT,
      told="Of the building that carries the sign; the eave's where the roof slopes 10 degrees or "
      "less.", label="roof at"),
    Q("sign.building.width_ft", "Building", "Its side along the faces of the sign", AT,
      label="width"),
    Q("sign.building.depth_ft", "Building", "Its other side", AT, label="depth"),
    Q("sign.building.left_ft", "Building", "From the sign's middle to the wall's left edge", WALL,
      optional="it may be at an edge, which an answer says", label="left"),
    Q("sign.building.right_ft", "Building", "From the sign's middle to the wall's right edge", WALL,
      optional="it may be at an edge, which an answer says", label="right"),
    Q("sign.gap_ft", "Building", "Clear distance from the wall to the back of the sign",
      {"kind": "wall"}, optional="it touches the wall", label="gap"),
    Q("sign.gap_ft", "Building", "Clear distance from the wall to the near edge of the blade",
      {"kind": "projecting"}, label="gap"),
    Q("sign.elements.N.name", CABINET, "What is this cabinet called?", SIGN,
      default="cabinet {n}"),
    Q("sign.elements.N.width_ft", CABINET, "Width", SIGN, label="width"),
    Q("sign.elements.N.height_ft", CABINET, "Height", SIGN, label="height"),
    Q("sign.elements.N.bottom_ft", CABINET, "Lower edge above grade{below}", SIGN, label="from"),
    Q("sign.elements.N.thickness_ft", CABINET, "Thickness, along the wind", STANDING,
      optional="its side takes no wind", label="thickness"),
    Q("sign.elements.N.thickness_ft", CABINET, "Thickness of the cabinet", AT, label="thickness"),
    Q("sign.elements.N.weight_psf", CABINET, "Weight: the whole as 600 lb, or per area as 8 psf",
      SIGN, optional="no weight is counted, which an answer says", label="weight"),
    Q("another.N", CABINET, "Another cabinet?", SIGN, "answers", default="no"),
    Q("sign.poles.count", "Poles", "How many poles?", {"kind": "two-pole"}, label="count"),
    Q("sign.poles.spacing_ft", "Poles", "Spacing of the poles, centre to centre",
      {"kind": "two-pole"}, label="spacing"),
    Q("sign.poles.section", "Poles", "Which section, as HSS12x12x3/8, or part of its name?", POLES,
      "sections", where="drawings, or: apex packs show {sections} --find TEXT",
      told="A part of a name, or a family as in 'round hss', lists what there is; none: shape and "
      "width by hand."),
    Q("sign.poles.shape", "Poles", "Shape of the pole", BY_HAND, "shapes"),
    Q("sign.poles.width_in", "Poles", "Diameter or face width of the pole", BY_HAND, label="width"),
    Q("sign.poles.weight_plf", "Poles", "Weight of one pole for each foot", BY_HAND,
      optional="no weight is counted, which an answer says"),
    Q("sign.poles.top_ft", "Poles", "Top of the poles above grade", POLES,
      optional="the top of the sign, {top}", label="top"),
    Q("steel", "Poles", "Is the steel of the poles to be checked?", {**POLES, "section": "yes"},
      "answers", label="steel checked:"),
    Q("support.method", "Poles", "By which method?", STEEL, "methods"),
    Q("support.steel.material", "Poles", "Of which steel?", STEEL, "materials"),
    Q("loads.lateral_lbf", "Loads", "Lateral force on one foundation", LOADS),
    Q("loads.height_ft", "Loads", "Height of that force above grade", LOADS, label="at"),
    Q("loads.axial_lbf", "Loads", "Dead load on the foundation", LOADS, label="dead"),
    Q("loads.level", "Loads", "Of which level are they?", LOADS, "levels", label="level"),
    Q("ground", "Ground", "What is the ground?", GROUND, "soils",
      where="a geotechnical report; else the building code's table 1806.2, for what is seen",
      label="class"),
    Q("soil.lateral_psf_per_ft", "Ground", "Allowable lateral bearing for each foot of depth",
      REPORT, where="the report", label="lateral"),
    Q("soil.vertical_psf", "Ground", "Allowable vertical bearing", REPORT, where="the report",
      label="vertical"),
    Q("soil.friction", "Ground", "Coefficient of sliding friction", {**REPORT, **SPREAD},
      where="the report", label="friction"),
    Q("soil.source", "Ground", "Which report, in words for the package?", REPORT),
    Q("site.frost_depth_in", "Ground", "Depth of frost; 0 where there is none", GROUND,
      optional="left open, which an answer warns of", where=DEPARTMENT, label="frost"),
    Q("foundation", "Foundation", "Which foundation?", {"kind": "pole two-pole footing-only"},
      "foundations"),
    Q("footing.width_ft", "Foundation", "Diameter of the pier", {"foundation": "round"},
      told="The depth follows; an auger of the shop is a good start.", label="width"),
    Q("footing.width_ft", "Foundation", "Side of the pier", {"foundation": "square"},
      told="The depth follows.", label="width"),
    Q("footing.constraint", "Foundation", "Is the pier held at grade?", PIER, "constraints",
      where="{code} 1807.3.2"),
    Q("footing.isolated_pole", "Foundation",
      "Does half an inch of motion at grade in short-term wind do no harm?", PIER, "isolated",
      where="{code} 1806.3.4", label="isolated:"),
    Q("footing.width_ft", "Foundation", "Side of the slab along the wind", SPREAD,
      optional="the least that holds", label="width"),
    Q("footing.length_ft", "Foundation", "Side of the slab across the wind", SPREAD,
      optional="a square", label="length"),
    Q("footing.thickness_ft", "Foundation", "Thickness of the slab", SPREAD,
      optional="1 ft, which an answer says", label="thickness"),
    Q("book", "Price", "Which price book?", SIGN, "books"),
    Q("pricing.addons", "Price", "Which add-ons? Several: 1 3", PRICED, "addons", many=True,
      optional="none", label="with"),
    Q("pricing.inputs", "Price", "{label}: how much?", PRICED),
    Q("pricing.region", "Price", "Which region of the book?", {**PRICED, "regions": "yes"},
      "regions", optional="the book's own prices"),
    Q("pricing.quantity", "Price", "How many such signs?", PRICED, default="1", label="signs:"),
)  # fmt: skip
