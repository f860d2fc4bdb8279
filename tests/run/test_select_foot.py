"""The lightest plate, rods, cage and mats: against whole grids, calculated, told, refused."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from apex_cli.api import calculate, verify
from apex_cli.errors import InvalidInput, NoAnswer
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.edit import Assignment, apply
from apex_cli.run.chain import run
from apex_cli.run.choice import MORE
from apex_cli.run.kinds import KINDS
from apex_cli.run.prepare import Prepared, prepare
from apex_cli.run.select_foot import choose_foot, ground_of
from apex_cli.solvers.support.judge import verdict
from apex_cli.vocabulary import Selection, without_nulls

EXAMPLES = Path(__file__).parents[2] / "examples"
CATALOGUE = Catalogue()
SPREAD: dict[str, Any] = {
    "footing": {
        "type": "spread", "shape": "square", "width_ft": 9, "thickness_ft": 2.5, "depth_ft": 2.5,
        "wind_direction": "normal",
    },
    "support.pier": None,
    "support.base.rods.embedment_in": 24,
    "support.slab": {
        "fc_psi": 4000, "fy_ksi": 60, "bottom": {"size": 6, "spacing_in": 12},
        "top": {"size": 5, "spacing_in": 12},
    },
}  # fmt: skip


def sign(name: str, changes: dict[str, Any] | None = None) -> dict[str, Any]:
    """An example without its price, with these values."""
    made = json.loads((EXAMPLES / f"{name}.json").read_bytes())
    del made["packs"]["pricing"]
    for path, value in (changes or {}).items():
        made = apply(made, [Assignment(tuple(path.split(".")), value)])
    clean: dict[str, Any] = without_nulls(copy.deepcopy(made))
    return clean


STOCK: dict[Selection, tuple[str, str, dict[str, list[float]]]] = {
    "plate": ("support", "plates.stock",
              {"widths": [11, 15, 16, 17, 18, 20], "thicknesses": [0.5, 1.25, 1.375, 1.5, 2]}),
    "rods": ("support", "rods.stock",
             {"counts": [4, 6], "diameters": [1, 1.25, 1.5], "circles": [9, 13, 15, 17],
              "embedments": [24, 33, 36, 240]}),
    "pier": ("concrete", "cages",
             {"counts": [6, 9, 12], "sizes": [5, 7, 8], "tie_sizes": [3, 4],
              "tie_spacings": [6, 12, 14]}),
    "slab": ("concrete", "mats", {"sizes": [4, 6], "spacings": [1, 6, 18]}),
}  # fmt: skip
"""Few sizes, so that all of them can be held: some do not fit, some fail in each check."""


def few(document: dict[str, Any], select: Selection) -> Prepared:
    """The question with few sizes in the packs."""
    prepared = prepare("support", document, CATALOGUE, select=select)
    kind, where, stock = STOCK[select]
    pack: Any = prepared.packs[kind][0]  # type: ignore[index] # - a kind of pack
    first, *rest = where.split(".")
    block = getattr(pack, first)
    block = block.replace(stock=block.stock.replace(**stock)) if rest else block.replace(**stock)
    packs: Any = {**prepared.packs, kind: (pack.replace(**{first: block}), "")}
    return prepared._replace(packs=packs)


def held_by_all(prepared: Prepared, select: Selection) -> list[Any]:
    """What is to be told, every size of the grid held whole, in no order."""
    ground, kind = ground_of(prepared), KINDS[select]
    passing: list[Any] = []
    for one in kind.grid(ground, frozenset()):
        try:
            checks, _ = kind.hold(ground, kind.put(ground.job.support, one.size))
        except InvalidInput:
            continue
        if all(check.passed for check in checks):
            passing.append((one, verdict(checks)))
    told = []
    groups = {one.group for one, _ in passing}
    for group in groups:
        rows: dict[Any, Any] = {}
        for one, worst in sorted(passing):
            if one.group == group:
                rows.setdefault(one.alike, (one, worst))
        told.append([*rows.values()][: MORE + 1])
    return [
        kind.row(*one.size, weight_lbf=one.weight, ratio=worst.ratio, governed_by=worst.governed_by)
        for rows in sorted(told)
        for one, worst in rows
    ]


SIGNS: tuple[tuple[Selection, str, dict[str, Any]], ...] = (
    ("plate", "pole-sign-plate", {}),
    ("plate", "pole-sign-plate",
     {"support.base.bearing": "grouted", "support.base.standoff_in": None}),
    ("plate", "pole-sign-plate",
     {"support.base.plate.shape": "round", "support.base.rods.circle_in": 15,
      "support.method": "asd"}),
    ("plate", "pole-sign-plate", SPREAD),
    ("rods", "pole-sign-plate", {}),
    ("rods", "pole-sign-plate",
     {"support.base.bearing": "grouted", "support.base.standoff_in": None,
      "support.method": "asd", "support.base.plate.width_in": 20}),
    ("pier", "pole-sign-plate", {}),
    ("pier", "pole-sign-embedded", {}),
    ("pier", "pole-sign-embedded",
     {"footing.shape": "square", "site.wind_speed_mph": 95, "sign.poles.count": 2,
      "sign.poles.spacing_ft": 6}),
    ("slab", "monument-sign-slab", {}),
    ("slab", "pole-sign-plate", SPREAD),
)  # fmt: skip


@pytest.mark.parametrize(("select", "name", "changes"), SIGNS)
def test_against_the_whole_grid(select: Selection, name: str, changes: dict[str, Any]) -> None:
    """The rows are those of a search that leaves nothing out; something passes, and not all."""
    prepared = few(sign(name, changes), select)
    found = choose_foot(prepared, select)
    rows: list[Any] = found.rows
    assert rows == held_by_all(prepared, select)
    ground, kind = ground_of(prepared), KINDS[select]
    lightest = min(one.weight for one in kind.grid(ground, frozenset()))
    assert rows[0].weight_lbf > lightest
    assert found.failing == []


def plate(row: dict[str, Any]) -> dict[str, Any]:
    return {f"support.base.plate.{name}": row[name] for name in ("width_in", "thickness_in")}


def rods(row: dict[str, Any]) -> dict[str, Any]:
    names = ("count", "diameter_in", "grade", "circle_in", "embedment_in")
    return {f"support.base.rods.{name}": row[name] for name in names}


def spaced(row: dict[str, Any], name: str) -> dict[str, Any] | None:
    if row[f"{name}_size"] is None:
        return None
    return {"size": row[f"{name}_size"], "spacing_in": row[f"{name}_spacing_in"]}


def cage(row: dict[str, Any]) -> dict[str, Any]:
    bars = {"count": row["bars_count"], "size": row["bars_size"]}
    return {"support.pier.bars": bars, "support.pier.ties": spaced(row, "ties")}


def mats(row: dict[str, Any]) -> dict[str, Any]:
    return {f"support.slab.{name}": spaced(row, name) for name in ("bottom", "top")}


class Told(NamedTuple):
    """How a row is written into a project, its weight, and the block of the sizes."""

    put: Callable[[dict[str, Any]], dict[str, Any]]
    weight: str
    name: str
    open: dict[str, Any]


TOLD: dict[Selection, Told] = {
    "plate": Told(plate, "plate_lbf", "pole-sign-plate",
                  {"support.base.plate.width_in": None, "support.base.plate.thickness_in": None}),
    "rods": Told(rods, "rods_lbf", "pole-sign-plate",
                 {"support.base.rods": {"count": 4, "grade": 55, "circle_in": 17}}),
    "pier": Told(cage, "rebar_lbf", "pole-sign-embedded", {"support.pier.bars": None}),
    "slab": Told(mats, "rebar_lbf", "monument-sign-slab",
                 {"support.slab.bottom": None}),
}  # fmt: skip


@pytest.mark.parametrize("select", TOLD)
def test_what_is_told_passes_when_it_is_calculated(select: Selection) -> None:
    """Open blocks have the answer of the lightest; the others pass in the ordinary calculation."""
    put, weight, name, left_open = TOLD[select]
    document = sign(name, left_open)
    envelope = calculate("support", document, select=select)
    assert verify(envelope).outcome == "identical"
    result = envelope["result"]
    rows = result.pop("lightest")
    assert envelope["trace"]["inputs"]["select"] == select
    assert any("leaves open what is selected" in one for one in envelope["assumptions"])
    weights = [row["weight_lbf"] for row in rows]
    assert weights == sorted(weights)
    assert len(rows) == MORE + 1
    for row in rows:
        answer = run("support", sign(name, left_open | put(row)), CATALOGUE)
        assert answer["result"]["quantities"][weight] == pytest.approx(row["weight_lbf"], abs=1e-3)
        assert all(check["passed"] for check in answer["checks"])
        (ratio, *_) = [
            one["ratio"]
            for one in sorted(answer["checks"], key=lambda one: -one["ratio"])
            if one["id"] == row["governed_by"]
        ]
        assert ratio == row["ratio"]
        if row is rows[0]:
            assert answer["result"] == result
            assert answer["checks"] == envelope["checks"]
            assert answer["trace"]["steps"] == envelope["trace"]["steps"]


def test_sizes_that_are_told_have_their_own_answer() -> None:
    document = sign("pole-sign-plate")
    found, plain = run("support", document, CATALOGUE, select="plate"), run(
        "support", document, CATALOGUE
    )  # fmt: skip
    rows = found["result"].pop("lightest")
    assert (found["result"], found["checks"]) == (plain["result"], plain["checks"])
    assert (rows[0]["width_in"], rows[0]["thickness_in"]) == (16, 1.5)
    assert found["content_sha256"] != plain["content_sha256"]


def test_what_an_open_block_tells_stands() -> None:
    rods_ = {"grade": 36, "embedment_in": 40, "diameter_in": 1.5}
    cases: tuple[tuple[Selection, str, dict[str, Any], dict[str, Any]], ...] = (
        ("rods", "pole-sign-plate", {"support.base.rods": rods_}, rods_),
        ("plate", "pole-sign-plate", {"support.base.plate.width_in": None}, {"thickness_in": 1.5}),
        ("pier", "pole-sign-embedded", {"support.pier.bars": None},
         {"ties_size": 4, "ties_spacing_in": 12}),
        ("slab", "monument-sign-slab", {"support.slab.bottom": None}, {"top_size": 5}),
    )  # fmt: skip
    for select, name, changes, stands in cases:
        envelope = run("support", sign(name, changes), CATALOGUE, select=select)
        assert any("stand as told" in one for one in envelope["assumptions"])
        for row in envelope["result"]["lightest"]:
            assert {key: row[key] for key in stands} == stands


@pytest.mark.parametrize(("weight", "plain"), [(8, False), (300, True)])
def test_a_top_without_bars_is_proposed_where_nothing_bends_it(weight: int, plain: bool) -> None:
    """Plain concrete at the top is no proposal; a heavy sign leaves no side of the slab lifted."""
    changes = {"site.wind_speed_mph": 50, "sign.elements.0.weight_psf": weight}
    document = sign("pole-sign-plate", SPREAD | changes | {"support.slab.top": None})
    rows: list[Any] = choose_foot(few(document, "slab"), "slab").rows
    assert (rows[0].top_size is None) == plain


def test_rods_stay_as_deep_as_they_are_where_nothing_holds_them() -> None:
    document = sign("pole-sign-plate", {"support.pier.bars": None})
    prepared = few(document, "rods")
    found = choose_foot(prepared, "rods")
    assert {row.embedment_in for row in found.rows} == {36}  # type: ignore[union-attr] # - rods
    assert any("the embedment of the rods is not selected" in one for one in found.words)
    document = sign("pole-sign-plate", SPREAD | {"support.base.rods": None})
    with pytest.raises(InvalidInput, match="embedment_in: is not selected"):
        run("support", document, CATALOGUE, select="rods")


WEAK_WELD = {"support.base.weld.leg_in": 0.0625}


def test_nothing_passes() -> None:
    """Sizes that are told keep their answer, with a warning; open ones have none."""
    prepared = few(sign("pole-sign-plate", WEAK_WELD), "plate")
    found = choose_foot(prepared, "plate")
    assert (found.rows, found.best) == ([], "")
    (words,) = found.failing
    assert words.startswith("none of the 30 plates that were tried passes; the nearest is a plate")
    assert words.endswith("(plate.weld)")
    left_open = TOLD["plate"].open
    with pytest.raises(NoAnswer) as caught:
        choose_foot(few(sign("pole-sign-plate", WEAK_WELD | left_open), "plate"), "plate")
    assert caught.value.problem_code == "support.none_found"
    envelope = run("support", sign("pole-sign-plate", WEAK_WELD), CATALOGUE, select="plate")
    assert envelope["result"]["lightest"] == []
    (warning,) = [one for one in envelope["warnings"] if one["code"] == "support.none_passes"]
    assert warning["message"].startswith("None of the 688 plates")


@pytest.mark.parametrize(
    ("select", "changes"),
    [
        ("plate", {"support.base.plate.shape": "round"}),
        ("rods", {"support.base.plate.thickness_in": 1.25}),
        ("pier", {"support.pier.fc_psi": 2000, "support.base.rods.embedment_in": 20}),
    ],
)
def test_the_nearest_is_the_nearest(select: Selection, changes: dict[str, Any]) -> None:
    """Of the whole grid none comes nearer, whatever the search left out."""
    prepared, kind = few(sign("pole-sign-plate", changes), select), KINDS[select]
    (words,) = choose_foot(prepared, select).failing
    ground, found = ground_of(prepared), {}
    for one in kind.grid(ground, frozenset()):
        try:
            checks, _ = kind.hold(ground, kind.put(ground.job.support, one.size))
        except InvalidInput:
            continue
        found[kind.name(one.size)] = verdict(checks)
    nearest = min(worst.ratio for worst in found.values())
    name = next(name for name, worst in found.items() if worst.ratio == nearest)
    assert f"with a ratio of {nearest:.3g} ({found[name].governed_by})" in words


def test_none_fits() -> None:
    """Where no size goes with what stands beside it, that is told."""
    wide = sign("pole-sign-plate", {"support.base.rods.circle_in": 37})
    found = choose_foot(few(wide, "plate"), "plate")
    assert found.failing[0].startswith(
        "none of the 30 plates that were tried passes: /support/base"
    )
    thick = sign("pole-sign-plate", {"support.pier.cover_in": 12, "footing.width_ft": 2})
    with pytest.raises(InvalidInput, match="no bars fit"):
        run("support", thick, CATALOGUE, select="pier")
    del thick["support"]["pier"]["bars"]
    with pytest.raises(NoAnswer, match="none of the cages of the packs fits"):
        run("support", thick, CATALOGUE, select="pier")


REFUSED: tuple[tuple[Selection, str, dict[str, Any], str], ...] = (
    ("plate", "pole-sign-plate", {"support.base": None}, "/support/base"),
    ("plate", "pole-sign-plate", {"support.base.plate": None}, "/support/base/plate/fy_ksi"),
    ("plate", "pole-sign-plate", {"support.base.rods": None}, "/support/base/rods"),
    ("plate", "pole-sign-plate", {"support.base.bearing": None}, "/support/base/bearing"),
    ("plate", "pole-sign-embedded", {}, "/support/base/plate/shape"),
    ("rods", "pole-sign-plate", {"support.base.plate": None}, "/support/base/plate"),
    ("rods", "pole-sign-plate", {"support": None}, "/support/base"),
    ("pier", "pole-sign-plate", {"support.pier": None}, "/support/pier"),
    ("pier", "pole-sign-plate", {"support.pier.fc_psi": None}, "/support/pier/fc_psi"),
    ("pier", "pole-sign-plate", {"footing": None}, "/footing"),
    ("pier", "pole-sign-plate", {"packs.footing": None}, "/packs/footing"),
    ("pier", "pole-sign-plate", {"packs.concrete": None}, "/packs/concrete"),
    ("slab", "pole-sign-plate", {}, "/support/slab"),
    ("slab", "pole-sign-plate", {"support.slab": SPREAD["support.slab"]}, "/footing/type"),
    ("pier", "pole-sign-plate",
     SPREAD | {"support.pier": {"fc_psi": 4000, "fy_ksi": 60}}, "/footing/type"),
)  # fmt: skip


@pytest.mark.parametrize(("select", "name", "changes", "pointer"), REFUSED)
def test_what_is_missing_is_named(
    select: Selection, name: str, changes: dict[str, Any], pointer: str
) -> None:
    with pytest.raises(InvalidInput) as caught:
        run("support", sign(name, changes), CATALOGUE, select=select)
    assert pointer in {fault.pointer for fault in caught.value.faults}


def test_what_cannot_be_checked_is_not_selected() -> None:
    for select, changes, left in (
        ("plate", {"support.base.bearing": "grouted", "support.base.standoff_in": None,
                   "support.base.plate.shape": "round"}, "round plate on its grout"),
        ("pier", {"footing.shape": "square", "footing.length_ft": 4}, "it is a rectangle"),
    ):  # fmt: skip
        with pytest.raises(InvalidInput, match="cannot be checked") as caught:
            run("support", sign("pole-sign-plate", changes), CATALOGUE, select=select)  # type: ignore[arg-type] # - a selection
        assert left in caught.value.hint
