"""Packs that were spoilt: refused where they are read, and never the end of a calculation."""

import copy
import random
from collections.abc import Iterator
from typing import Annotated, Any, TypeVar, cast, get_args, get_origin

import pytest
from msgspec import Meta

from apex_cli.audit.locked import together
from apex_cli.errors import ApexError, InternalFault
from apex_cli.packs.loader import OWN, load, model_of
from apex_cli.packs.model import Constant, bind
from apex_cli.records.fields import GREATEST, LEAST
from apex_cli.records.model import Faulty, Model
from apex_cli.run.chain import run
from apex_cli.vocabulary import PACK_KINDS, PackKind
from tests.fuzz.targets import EXAMPLES, OnePack, pack_values, packs, projects

SIGNED = {"AreaLines.rows"}
"""The fields whose numbers may be less than nothing: pressures that pull."""
Path = tuple[str | int, ...]


def numbers(hint: Any, limits: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The limits of each number that an annotation has in it."""
    if get_origin(hint) is Annotated:
        yield from numbers(hint.__origin__, (*limits, *hint.__metadata__))
    elif hint is float:
        yield limits
    else:
        for part in get_args(hint):
            yield from numbers(part)


def models(hint: Any) -> Iterator[type[Model]]:
    """The models that an annotation has in it, and those within them."""
    kind = get_origin(hint) or hint
    if isinstance(kind, type) and issubclass(kind, Model):
        yield kind
        for one in kind.declared.values():
            yield from models(one.hint)
    for part in get_args(hint):
        if not isinstance(part, TypeVar):
            yield from models(part)


def test_every_number_of_a_pack_has_a_sign() -> None:
    kinds = [model_of(kind) for kind in PACK_KINDS]
    kinds += [model_of(cast(PackKind, kind), method) for kind, method in OWN]
    found = {one for kind in kinds for one in models(kind)}
    assert Constant in found
    loose = {
        f"{model.__name__}.{name}"
        for model in found
        for name, one in model.declared.items()
        for limits in numbers(one.hint)
        if not any(isinstance(mark, Meta) and 0 in {mark.gt, mark.ge} for mark in limits)
    }
    assert loose == SIGNED


def put(value: Any, path: Path, new: Any) -> Any:
    """The value with another at this place; `...` takes away what is there."""
    made = copy.copy(value)
    if len(path) > 1:
        made[path[0]] = put(value[path[0]], path[1:], new)
    elif new is ...:
        del made[path[0]]
    else:
        made[path[0]] = new
    return made


def placed(value: Any, path: Path = ()) -> Iterator[tuple[Path, float]]:
    """Every number of a pack with its place."""
    if isinstance(value, dict | list):
        for key in value if isinstance(value, dict) else range(len(value)):
            yield from placed(value[key], (*path, key))
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield path, value


ASCE, EURO, IBC = "exposure_asce7-22_v1", "exposure_en1991-1-4_v1", "footing_ibc-2024_v1"
SPOILT: list[tuple[str, Path, Any, str]] = [
    (ASCE, ("elevation",), ..., "/elevation: is missing: the method kd_in_force has K_e (26.10.2)"),
    (ASCE, ("method",), "kd_in_pressure_without_ke", "/elevation: has no place: "),
    ("exposure_asce7-10_v1", ("method",), "kd_in_pressure", "/elevation: is missing: the"),
    (ASCE, ("kz", "governs"), "table", "/kz/table: is missing: it governs"),
    (ASCE, ("kd", "values", "round"), ..., "/kd: must have round"),
    (ASCE, ("sign", "rules", "values", "shift"), ..., "/sign/rules: must have shift"),
    (ASCE, ("open_sign", "bands", "rows", "flat"), ..., "/open_sign/bands: must have flat"),
    (ASCE, ("open_sign", "bands", "arguments", 0), 0.01, "/open_sign/bands: the bands must begin"),
    (ASCE, ("open_sign", "towers", "values", "round_0"), ..., "must have round_0"),
    (ASCE, ("pole", "cf", "rows", "square"), ..., "/pole/cf: must have square"),
    (ASCE, ("frequency", "inertia", "values", "octagonal"), ..., "must have octagonal"),
    (ASCE, ("topography", "least_height", "C"), ..., "/topography: has least heights in exposure"),
    (ASCE, ("topography", "multipliers", "rows", "hill_3d"), ..., "has every feature"),
    (ASCE, ("topography", "multipliers", "rows", "hill_3d", "k_1", "C"), ..., "has k_1 in exp"),
    (ASCE, ("velocity_constant", "value"), 0, "/velocity_constant/value: Input should be greater"),
    (ASCE, ("gust", "damping", "value"), -0.01, "/gust/damping/value: Input should be greater"),
    (ASCE, ("gust", "g_q", "value"), 1.01 * GREATEST, "is farther from 0 than 1e+30"),
    (ASCE, ("gust", "g_q", "value"), 0.99 * LEAST, "is nearer to 0 than 1e-30"),
    (ASCE, ("terrain", "rows", "C", "z_g"), 10 * GREATEST, "is farther from 0 than 1e+30"),
    (ASCE, ("combinations", "rows", 0, "level"), "asd", "at strength and at asd level"),
    (EURO, ("probability", "values", "n"), ..., "/probability: must have n"),
    (EURO, ("member", "slenderness", "values", "most"), ..., "/member/slenderness: must have most"),
    ("building_asce7-22_v1", ("rooftop", "shares", "values", "full_to"), ..., "must have full_to"),
    ("footing_en1997_v1", ("equilibrium", "values", "variable"), ..., "must have variable"),
    ("footing_en1997_v1", ("construction", "plan_increment", "value"), 0.01, "has more than 1000"),
    (IBC, ("spread", "plan_increment", "value"), 1e-30, "/spread: has more than 1000 steps of 1e-"),
    (IBC, ("lateral", "growth_limit", "value"), -15, "should be greater than 0"),
    (IBC, ("presumptive", "rows", 0, "lateral"), -100, "should be greater than 0"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "path", "new", "words"), SPOILT)
def test_what_spoils_a_pack_is_refused_where_it_is_read(
    name: str, path: Path, new: Any, words: str
) -> None:
    value = pack_values()[name]
    if name == ASCE and path[0] == "combinations":  # both of its levels, one
        rows = [{**row, "level": new} for row in value["combinations"]["rows"]]
        path, new = ("combinations", "rows"), rows
    spoilt = put(value, path, new)
    with pytest.raises(Faulty) as caught:
        model_of(cast(PackKind, name.partition("_")[0]), value.get("method")).read(spoilt)
    assert words in str(caught.value)


def test_the_greatest_and_the_least_number_are_read() -> None:
    for bound in (GREATEST, LEAST):
        value = put(pack_values()[ASCE], ("gust", "g_q", "value"), bound)
        assert model_of("exposure").read(value).gust.g_q.value == bound  # type: ignore[attr-defined] # - an exposure pack


CHANGES = (lambda x: -x, lambda _: 0, lambda _: 1e-30, lambda _: 1e30, lambda x: x * 1e6)
DRAWS = 60


def test_a_number_of_any_size_ends_no_calculation() -> None:
    """A fixed share of all numbers of all packs, each changed, in an example that uses its pack."""
    chance = random.Random(22)
    used: dict[str, list[dict[str, Any]]] = {}
    for document in projects()[: len(EXAMPLES)]:
        for kind, ref in (document.get("packs") or {}).items():
            used.setdefault(f"{kind}_{ref}", []).append(document)
    used.pop("sections_us_v1")
    answered = 0
    for _ in range(DRAWS):
        name = chance.choice([*used])
        value = pack_values()[name]
        path, number = chance.choice([*placed(value)])
        spoilt = put(value, path, chance.choice(CHANGES)(number))
        try:
            pack = model_of(cast(PackKind, name.partition("_")[0]), value.get("method")).read(
                spoilt
            )
        except Faulty:
            continue
        bind(pack)
        document = chance.choice(used[name])
        for kind in together(document)[:1]:
            try:
                run(kind, document, OnePack(name, pack))
            except InternalFault:
                raise
            except ApexError as error:
                assert error.exit_code in {3, 6}, (name, path)  # noqa: PT017 - most have no error
            answered += 1
    assert answered > DRAWS / 4


def test_a_spoilt_file_names_pack_place_and_line() -> None:
    data = dict(packs())[IBC]
    with pytest.raises(ApexError, match=r"/lateral/growth_limit/value: .*greater than 0") as caught:
        load(data.replace(b"value: 15\n", b"value: -15\n", 1), "p.yaml", "footing", "ibc-2024_v1")
    assert "line " in caught.value.faults[0].hint
