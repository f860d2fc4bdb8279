"""The whole check of a pier: what is held, what is told, what is not checked."""

from collections.abc import Callable, Sequence
from math import pi, sqrt
from typing import Any

import pytest

from apex_cli.equations import Bare, Trace
from apex_cli.errors import InvalidInput
from apex_cli.packs.concrete import ConcretePack
from apex_cli.project.support import PierSteel
from apex_cli.project.support_readings import SupportReadings
from apex_cli.solvers.support.foot import Reaction
from apex_cli.solvers.support.pier.check import check_pier
from apex_cli.solvers.support.pier.ground import Ground, Sand
from apex_cli.solvers.support.pier.place import Place, Pole
from apex_cli.solvers.support.pier.result import PierResult
from tests.solvers.support.asked import Answer

PIER: dict[str, Any] = {
    "fc_psi": 4000,
    "fy_ksi": 60,
    "bars": {"count": 8, "size": 7},
    "ties": {"size": 3, "spacing_in": 7},
}
WIND = (
    Reaction("1.2D + 1.0W", 6000.0, 4000.0, 80.0, 5.0),
    Reaction("0.9D + 1.0W", 4500.0, 4000.0, 79.0, 5.0),
)
PLACE = Place("round", 2.5, Ground(8.0, 2.5, 300.0))


Ask = Callable[..., Answer[PierResult]]


@pytest.fixture
def ask(packs: dict[str, ConcretePack]) -> Ask:
    def answer(
        *,
        edition: str = "19",
        place: Place = PLACE,
        wind: Sequence[Reaction] = WIND,
        pole: Pole | None = None,
        readings: dict[str, Any] | None = None,
        **changes: Any,
    ) -> Answer[PierResult]:
        clean = {name: value for name, value in (PIER | changes).items() if value is not None}
        pier = PierSteel.read(clean)
        asked = None if readings is None else SupportReadings.read(readings)
        trace, bare = Trace(), Bare()
        result = check_pier(pier, wind, place, packs[edition], trace, readings=asked, pole=pole)
        again = check_pier(pier, wind, place, packs[edition], bare, readings=asked, pole=pole)
        assert again == result, "bare and traced answers differ"
        assert bare.checks == trace.checks
        return Answer(result, trace)

    return answer


def test_a_pier_with_everything(ask: Ask) -> None:
    found = ask()
    assert found.ids == {
        "pier.flexure", "pier.shear", "pier.torsion", "pier.minimum_steel", "pier.detailing",
    }  # fmt: skip
    assert all(check.passed for check in found.trace.checks)
    result = found.result
    assert result.combination == "1.2D + 1.0W"
    z_0 = sqrt(2 * 4000 / (300 * 2.5))
    assert result.moment_kipft == pytest.approx(4 * (20 + 2 * z_0 / 3))
    assert result.moment_depth_ft == pytest.approx(z_0)
    assert result.flexural_strength_kipft == found.held("pier.flexure").capacity
    assert result.shear_lbf == found.held("pier.shear").demand
    assert result.steel_ratio == pytest.approx(4.8 / (pi / 4 * 900))
    assert result.least_steel[0].needed
    assert result.required_depth_ft is None


def test_each_number_knows_its_place_or_step(ask: Ask) -> None:
    found = ask()
    assert found.at("phiM_n") == found.result.flexural_strength_kipft
    subjects = {step.subject for step in found.trace.steps}
    assert subjects == {"", "pier", "pier, 1.2D + 1.0W"}
    assert found.trace.subject == ""


@pytest.mark.parametrize(
    ("reading", "name"), [("ibc_limit", "ibc_limit"), ("rigid", "rigid"), ("larger", "ibc_limit")]
)
def test_the_moment_by_a_named_reading(ask: Ask, reading: str, name: str) -> None:
    found = ask(readings={"pier_moment": reading})
    rows = {row.reading: row.moment_kipft for row in found.result.moments}
    assert found.result.moment_kipft == rows[name]
    assert set(rows) == {"ibc_limit", "rigid"}
    assert all(found.says(f"{moment:.2f} kip-ft") for moment in rows.values())


def test_the_moment_by_broms_and_by_what_is_known(ask: Ask) -> None:
    place = PLACE._replace(ground=Ground(8.0, 2.5, broms=Sand(115.0, 32.0)))
    broms = ask(place=place, readings={"pier_moment": "broms"})
    assert [row.reading for row in broms.result.moments] == ["rigid", "broms"]
    assert broms.result.moment_kipft == broms.result.moments[1].moment_kipft
    assert not broms.says("Allowable bearing")
    other = ask(readings={"pier_moment": "broms"})
    assert other.result.moment_kipft == ask().result.moment_kipft


def test_the_shear_is_the_piers_unless_only_that_at_grade_is_asked_for(ask: Ask) -> None:
    rigid, applied = ask(), ask(readings={"shear_model": "applied"})
    assert applied.result.shear_lbf == 4000
    assert rigid.result.shear_lbf is not None
    assert rigid.result.shear_lbf > 5 * 4000
    assert applied.says("that at grade alone")


def test_shear_by_each_edition(ask: Ask) -> None:
    d, root = 24.0, sqrt(4000)
    A_g = pi / 4 * 900
    ties = 0.22 * 60_000 * d / 7
    old = ask(edition="14").held("pier.shear").capacity
    assert old == pytest.approx(0.75 * (2 * (1 + 6000 / (2000 * A_g)) * root * 30 * d + ties))
    new = ask().held("pier.shear").capacity
    assert new == pytest.approx(0.75 * ((2 * root + 6000 / (6 * A_g)) * 30 * d + ties))
    few = ask(ties={"size": 3, "spacing_in": 9})
    size = sqrt(2 / (1 + d / 10))
    stress = 8 * size * (0.5 * 4.8 / (30 * d)) ** (1 / 3) * root + 6000 / (6 * A_g)
    ties = 0.22 * 60_000 * d / 9
    assert few.held("pier.shear").capacity == pytest.approx(0.75 * (stress * 30 * d + ties))
    assert few.at("lambda_s") == pytest.approx(0.767, abs=0.0005)


@pytest.mark.parametrize("edition", ["14", "19"])
def test_a_lifted_pier_is_weaker_in_shear_and_needs_bars(ask: Ask, edition: str) -> None:
    lifted = (Reaction("0.9D + 1.0W", -5000.0, 2000.0, 20.0, 0.0),)
    pressed = (lifted[0]._replace(axial=5000.0),)
    up, down = (ask(edition=edition, wind=wind) for wind in (lifted, pressed))
    assert up.held("pier.shear").capacity < down.held("pier.shear").capacity
    assert up.held("pier.flexure").capacity < down.held("pier.flexure").capacity
    assert up.result.least_steel[0].needed
    assert not down.result.least_steel[0].needed
    assert down.says("would need no bars")
    assert not any("orsion" in words for words in up.result.not_checked)


def test_close_ties_may_carry_twice_the_shear(ask: Ask) -> None:
    wide, close = (ask(ties={"size": 9, "spacing_in": s}) for s in (6.1, 6.0))
    limit = sqrt(4000) * 30 * 24
    assert wide.at("V_s") == pytest.approx(4 * limit)
    assert close.at("V_s") == pytest.approx(8 * limit)


def test_torsion(ask: Ask) -> None:
    found = ask()
    check = found.held("pier.torsion")
    assert check.capacity == pytest.approx(20.96, abs=0.01)
    assert check.demand == found.result.torsion_kipft == 5
    assert found.result.friction_psf == pytest.approx(2000 * 5 / (pi * 2.5**2 * 8))
    assert found.leaves("64 psf of friction")
    heavy = ask(wind=(WIND[0]._replace(torsion=21.0),))
    assert not heavy.held("pier.torsion").passed
    square = ask(place=PLACE._replace(shape="square"))
    assert square.held("pier.torsion").capacity == pytest.approx(
        0.75 * sqrt(4000) * 30**3 / 4 / 12_000
    )
    assert square.result.friction_psf == pytest.approx(500 * 5 / (2.5**2 * 8))
    idle = ask(place=PLACE._replace(ground=Ground(8.0, 2.5, idle=8.0)))
    assert idle.result.friction_psf is None
    assert idle.leaves("no ground resists it")
    assert idle.leaves("no ground resists below grade")


@pytest.mark.parametrize(
    ("reading", "demand", "unit"),
    [
        ("one_percent", 0.01 * pi / 4 * 900, "in2"),
        ("half_percent", 0.005 * pi / 4 * 900, "in2"),
        ("cracking", 3 * sqrt(4000) * pi / 32 * 27_000 / 12_000, "kip-ft"),
    ],
)
def test_least_steel_by_its_readings(ask: Ask, reading: str, demand: float, unit: str) -> None:
    found = ask(readings={"min_reinforcement": reading})
    check = found.held("pier.minimum_steel")
    assert check.demand == pytest.approx(demand)
    assert check.unit == unit
    assert [row.reading for row in found.result.least_steel] == [
        "cracking", "one_percent", "half_percent",
    ]  # fmt: skip
    assert found.says("7.07 in2")
    assert found.says("3.53 in2")


def test_the_default_of_least_steel_is_told(ask: Ask) -> None:
    assert ask().held("pier.minimum_steel").demand == pytest.approx(0.005 * pi / 4 * 900)
    assert ask().says("its least steel is read as 0.5 %")


def test_bars_as_they_are_given(ask: Ask) -> None:
    found = ask(readings={"min_reinforcement": "as_given"})
    assert "pier.minimum_steel" not in found.ids
    assert found.says("is read as the bars as they are given")
    assert found.leaves("least steel")


def test_below_cracking_no_bars_are_asked_for(ask: Ask) -> None:
    light = (Reaction("1.2D + 1.0W", 1000.0, 500.0, 5.0, 0.0),)
    found = ask(wind=light, readings={"min_reinforcement": "cracking"})
    assert found.held("pier.minimum_steel").demand == 0


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"bars": {"count": 3, "size": 11}}, "enough vertical bars"),
        ({"bars": {"count": 30, "size": 18}}, "more than concrete can surround"),
        ({"bars": {"count": 32, "size": 8}}, "passes between"),
        ({"cover_in": 2.5}, "cover"),
        ({"bars": {"count": 8, "size": 11}}, "thick enough"),
        ({"ties": {"size": 3, "spacing_in": 15}}, "close enough"),
        ({"fc_psi": 2400}, "strong enough"),
    ],
)
def test_detailing(ask: Ask, changes: dict[str, Any], words: str) -> None:
    assert ask().held("pier.detailing", words).passed
    assert not ask(**changes).held("pier.detailing", words).passed


def test_ties_that_shear_asks_for(ask: Ask) -> None:
    """Half of d where they carry shear; not less than the least where it is half the concrete's."""
    heavy = tuple(one._replace(shear=17_000.0, moment=340.0) for one in WIND)
    place = PLACE._replace(ground=Ground(8.0, 2.5))
    strong = {"count": 12, "size": 9}
    found = ask(wind=heavy, place=place, bars=strong, ties={"size": 4, "spacing_in": 13})
    assert found.held("pier.detailing", "close enough").capacity == 12
    assert found.held("pier.detailing", "least that shear asks for").passed
    assert ask().held("pier.detailing", "close enough").capacity == 14
    light = ask(readings={"shear_model": "applied"})
    assert not any("least that shear" in check.description for check in light.trace.checks)


def test_schedule_and_development(ask: Ask) -> None:
    found = ask(place=PLACE._replace(reveal=0.5))
    bars, ties = found.result.schedule
    assert (bars.mark, bars.size, bars.count, bars.length_ft) == ("vertical", 7, 8, 8.0)
    assert bars.weight_lbf == pytest.approx(8 * 8 * 2.044)
    around = (pi * (30 - 6 - 0.375) + 18) / 12
    assert (ties.mark, ties.count, ties.spacing_in) == ("tie", 15, 7)
    assert ties.length_ft == pytest.approx(around)
    assert found.result.rebar_lbf == pytest.approx(8 * 8 * 2.044 + 15 * around * 0.376)
    assert found.result.bar_length_ft == 8
    assert found.leaves("seismic detailing")
    assert found.leaves("a straight bar needs 24.9 in")
    assert found.result.development_in == pytest.approx(28.46 * 0.875, rel=1e-3)
    small = ask(bars={"count": 12, "size": 6}, ties=None)
    assert small.result.development_in == pytest.approx(0.8 * 28.46 * 0.75, rel=1e-3)
    assert small.leaves("support.pier.ties is not given")
    assert [row.mark for row in small.result.schedule] == ["vertical"]


def test_ties_that_hold_rods_are_in_the_schedule(ask: Ask) -> None:
    """One of them is the uppermost that is there in any case."""
    counts = [ask(top_ties=many).result.schedule[1].count for many in (None, 1, 3)]
    assert counts == [counts[0], counts[0], counts[0] + 2]


def test_bars_go_on_beyond_the_largest_moment(ask: Ask) -> None:
    """Beside rods they are held elsewhere; a pole in the pier leaves both ends to the bars."""
    found = ask()
    z, l_d = found.result.moment_depth_ft, found.result.development_in
    assert z is not None
    below = found.held("pier.detailing", "developed below")
    assert l_d is not None
    assert below.demand == pytest.approx(l_d * (found.held("pier.flexure").ratio or 0))
    assert below.capacity == pytest.approx(12 * (8 - z) - 3)
    assert not any("developed above" in check.description for check in found.trace.checks)
    place = PLACE._replace(reveal=0.5)
    pole = ask(place=place, pole=Pole(5.5, 10.75, 10.75))
    above = pole.held("pier.detailing", "developed above")
    assert pole.result.moment_depth_ft == 5
    assert above.demand == pytest.approx(l_d * (pole.held("pier.flexure").ratio or 0))
    assert above.capacity == pytest.approx(12 * 5.5 - 3)
    assert not pole.leaves("a straight bar needs")
    low = ask(place=PLACE._replace(ground=Ground(0.9, 2.5)))
    deep = low.held("pier.detailing", "developed below")
    assert not deep.passed
    heavy = (WIND[0]._replace(axial=9e6),)
    assert ask(wind=heavy).held("pier.detailing", "developed below").demand == l_d


def test_the_shear_by_each_reading_is_told(ask: Ask) -> None:
    for model in ("rigid", "applied"):
        found = ask(readings={"shear_model": model})
        rows = {row.reading: row.shear_lbf for row in found.result.shears}
        assert rows["applied"] == 4000
        assert rows["rigid"] > 2 * rows["applied"]
        assert found.result.shear_lbf == rows[model]
        assert found.says("that at grade alone, 4,000 lbf: above")
    plain = ask(bars=None, ties=None, readings={"plain_pier": True})
    assert [row.reading for row in plain.result.shears] == ["rigid", "applied"]


def test_a_square_pier(ask: Ask) -> None:
    place = PLACE._replace(shape="square")
    found = ask(place=place)
    assert all(check.passed for check in found.trace.checks)
    assert found.says("on a corner of the square pier")
    assert found.held("pier.detailing", "passes between").capacity == pytest.approx(
        22.375 / 2 - 0.875
    )
    around = (4 * (30 - 6 - 0.375) + 18) / 12
    assert found.result.schedule[1].length_ft == pytest.approx(around)
    assert found.held("pier.flexure").capacity > ask().held("pier.flexure").capacity


def test_shear_of_a_small_square_pier_reaches_no_deeper_than_its_bars(ask: Ask) -> None:
    small = Place("square", 1.5, Ground(8.0, 1.5))
    assert ask(place=small).at("d_v") == 9 + 9 - 3 - 0.375 - 0.4375
    assert ask(place=PLACE._replace(shape="square")).at("d_v") == 24


def test_each_edition_cites_its_own_clause(ask: Ask) -> None:
    cited = {
        edition: {s.card.name: s.clause for s in ask(edition=edition).trace.steps}
        for edition in ("14", "19")
    }
    assert cited["14"]["tie_shear"] == "ACI 318-14 22.5.10.5.3"
    assert cited["19"]["tie_shear"] == "ACI 318-19 22.5.8.5.3"
    assert cited["14"]["development_length"] == "ACI 318-14 25.4.2.3"
    assert cited["19"]["development_length"] == "ACI 318-19 25.4.2.4"


def test_a_rectangle_is_not_checked(ask: Ask) -> None:
    found = ask(place=PLACE._replace(shape="square", length=3.0), pole=Pole(4.0, 10.75, 10.75))
    assert found.ids == {"pier.detailing", "embedded.bearing"}
    assert found.leaves("it is a rectangle")
    assert "pier.flexure" in ask(place=PLACE._replace(shape="square", length=2.5)).ids


def test_what_is_not_given_is_not_checked(ask: Ask) -> None:
    found = ask(bars=None, ties=None)
    assert found.ids == {"pier.detailing", "pier.torsion"}
    assert found.leaves("support.pier.bars is not given")
    assert found.result.rebar_lbf is None
    calm = ask(wind=(Reaction("1.2D + 1.0W", 6000.0, 0.0, 0.0, 0.0),))
    assert calm.ids == {"pier.detailing", "pier.torsion"}
    assert calm.leaves("no lateral load")
    assert calm.result.rebar_lbf is not None


@pytest.mark.parametrize(("shape", "modulus"), [("round", pi / 32), ("square", 1 / 6 / sqrt(2))])
def test_a_plain_pier(ask: Ask, shape: Any, modulus: float) -> None:
    place = PLACE._replace(shape=shape)
    plain = {"bars": None, "ties": None, "readings": {"plain_pier": True}, "place": place}
    found = ask(**plain)
    assert found.held("pier.flexure").capacity == pytest.approx(
        0.6 * 5 * sqrt(4000) * modulus * 30**3 / 12_000
    )
    area = 900 * (pi / 4 if shape == "round" else 1)
    assert found.held("pier.shear").capacity == pytest.approx(0.6 * 4 / 3 * sqrt(4000) * area)
    assert not found.held("pier.flexure").passed
    assert found.result.steel_ratio == 0
    assert found.warns("support.plain_pier")
    applied = ask(**plain | {"readings": {"plain_pier": True, "shear_model": "applied"}})
    assert applied.held("pier.shear").demand == 4000
    calm = ask(**plain, wind=(Reaction("1.2D + 1.0W", 6000.0, 0.0, 0.0, 0.0),))
    assert "pier.flexure" not in calm.ids


def test_too_much_axial_load_leaves_no_strength(ask: Ask) -> None:
    found = ask(wind=(WIND[0]._replace(axial=2e6),))
    check = found.held("pier.flexure")
    assert (check.capacity, check.ratio, check.passed) == (0, None, False)


def test_bars_beyond_what_may_be_counted_on(ask: Ask) -> None:
    at = {
        (edition, fy): ask(edition=edition, fy_ksi=fy).held("pier.flexure").capacity
        for edition in ("14", "19")
        for fy in (80, 100)
    }
    assert at["14", 80] == at["14", 100]
    assert at["19", 80] < at["19", 100]
    assert ask(fy_ksi=60).at("V_s") == ask(fy_ksi=80).at("V_s")


def test_the_cover_that_is_taken_is_told(ask: Ask) -> None:
    assert ask().says("3 in, as against earth (Table 20.5.1.3.1)")
    assert not ask(cover_in=4).says("against earth")


def test_a_narrow_pier_is_told(ask: Ask) -> None:
    narrow = PLACE._replace(width=1.9, ground=Ground(8.0, 1.9, 300.0))
    assert ask(place=narrow).warns("support.narrow_pier")
    assert not ask().warns("support.narrow_pier")


def test_what_bars_do_not_fit_is_told_at_once(ask: Ask) -> None:
    with pytest.raises(InvalidInput) as caught:
        ask(
            bars={"count": 9, "size": 12},
            ties={"size": 13, "spacing_in": 8},
            place=PLACE._replace(shape="square"),
        )
    assert [fault.pointer for fault in caught.value.faults] == [
        "/support/pier/bars/size", "/support/pier/ties/size", "/support/pier/bars/count",
    ]  # fmt: skip
    with pytest.raises(InvalidInput, match="no bars fit"):
        ask(place=PLACE._replace(width=1.0), cover_in=5)


def test_the_pole_in_the_pier(ask: Ask) -> None:
    pole = Pole(4.0, 10.75, 10.75)
    found = ask(pole=pole)
    check = found.held("embedded.bearing")
    q = 12 * 0.65 * 0.85 * 4000 * 10.75
    v = 4000 / q
    assert check.demand == found.result.required_depth_ft
    assert check.demand**2 - 2 * check.demand * v - v**2 == pytest.approx(4 * 80_000 / q)
    rows = {row.reading: row.required_depth_ft for row in found.result.embedments}
    assert rows["elastic"] == pytest.approx(sqrt(6 * 80_000 / q))
    L = rows["pci"]
    assert q * L / (1 + 3.6 * (20 + L / 2) / L) == pytest.approx(4000)
    assert all(found.says(f"{depth:.2f} ft") for depth in rows.values())
    assert found.result.moment_depth_ft == 4
    assert [row.reading for row in found.result.moments] == ["rigid"]


@pytest.mark.parametrize("reading", ["plastic", "elastic", "pci"])
def test_the_embedment_by_a_named_reading(ask: Ask, reading: str) -> None:
    found = ask(pole=Pole(4.0, 10.75, 10.75), readings={"embedment": reading})
    rows = {str(row.reading): row.required_depth_ft for row in found.result.embedments}
    assert found.held("embedded.bearing").demand == rows[reading]


def test_the_couple_of_an_embedded_pole_is_in_equilibrium(ask: Ask) -> None:
    """At just the depth that is needed the blocks press with all that they may."""
    needed = ask(pole=Pole(4.0, 10.75, 10.75)).result.required_depth_ft
    assert needed is not None
    found = ask(pole=Pole(needed, 10.75, 10.75))
    assert found.held("embedded.bearing").passed
    assert found.at("q_e") == pytest.approx(found.at("q_u"))
    for depth in (needed, 2.0, 4.0):
        found = ask(pole=Pole(depth, 10.75, 10.75))
        q, x = found.at("q_e"), found.at("x_1")
        lower = depth - x
        assert q * x - q * lower == pytest.approx(4000)
        assert q * lower * (depth - lower / 2) - q * x * x / 2 == pytest.approx(80_000)


def test_ties_of_an_embedded_pole(ask: Ask) -> None:
    found = ask(pole=Pole(4.0, 10.75, 10.75))
    check = found.held("embedded.ties")
    assert check.demand == pytest.approx(found.at("q_e") * found.at("x_1"))
    assert check.capacity == pytest.approx(0.75 * 0.22 * 60_000 * 12 * found.at("x_1") / 7)
    bare = ask(pole=Pole(4.0, 10.75, 10.75), ties=None)
    assert "embedded.ties" not in bare.ids
    assert bare.leaves("ties around the embedded pole")


def test_what_the_ties_around_a_pole_rest_on_is_told(ask: Ask) -> None:
    assert ask(pole=Pole(4.0, 10.75, 10.75)).says("though the concrete around the pole had split")
    assert not ask(pole=Pole(4.0, 10.75, 10.75), ties=None).says("had split")


def test_a_pole_to_the_bottom_leaves_no_pier(ask: Ask) -> None:
    place = PLACE._replace(reveal=0.5)
    assert ask(pole=Pole(8.5, 10.75, 10.75), place=place).leaves("below the pole")
    assert "pier.flexure" in ask(pole=Pole(8.4, 10.75, 10.75), place=place).ids
    assert "pier.flexure" in ask(pole=Pole(0.4, 10.75, 10.75), place=place).ids


def test_the_bars_stand_around_the_pole(ask: Ask) -> None:
    """Across its corners: a cage of 30 - 2 (3 + 3/8 + 3/4) in has room for no more."""
    words = "stand around the pole"
    room = ask(pole=Pole(4.0, 8.0, 11.3)).held("pier.detailing", words)
    assert (room.demand, room.passed) == (11.3, True)
    wide = ask(pole=Pole(4.0, 16.0, room.capacity + 0.01)).held("pier.detailing", words)
    assert not wide.passed
    assert not ask(pole=Pole(4.0, 10.75, 10.75), cover_in=9).held("pier.detailing", words).passed
    assert not any(words in check.description for check in ask().trace.checks)


def test_a_pole_in_a_pier_that_a_floor_holds(ask: Ask) -> None:
    """Turning about the floor: H = 4 M/(3 d), and k z^2 of the ground beside it."""
    place = PLACE._replace(ground=Ground(8, 2.5, held=True))
    found = ask(place=place, pole=Pole(4.0, 10.75, 10.75))
    M, d, z = 80.0, 8.0, 4.0
    k = 4 * M / d**4
    about = M - 4 * M / (3 * d) * z + k * z**4 / 12
    assert found.result.moment_kipft == pytest.approx(about)
    assert found.result.moment_depth_ft == 4
    assert found.held("pier.detailing", "developed above").passed
    assert ask(place=place).result.moment_kipft == pytest.approx(80)
