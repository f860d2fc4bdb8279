"""Packs that were spoilt: refused where they are read, and never the end of a calculation."""

from collections.abc import Iterator
from typing import Annotated, Any, TypeVar, cast, get_args, get_origin

import pytest
from msgspec import Meta

from apex_cli.errors import ApexError
from apex_cli.packs.loader import OWN, load, model_of
from apex_cli.packs.model import Constant
from apex_cli.records.fields import GREATEST, LEAST
from apex_cli.records.model import Faulty, Model
from apex_cli.vocabulary import PACK_KINDS, PackKind
from tests.fuzz.seeds import pack_values, packs
from tests.reliability.constants import Place, constants, put

SIGNED = {"AreaLines.rows"}
"""The fields whose numbers may be less than nothing: pressures that pull."""


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


ASCE, EURO, IBC = "exposure_asce7-22_v1", "exposure_en1991-1-4_v1", "footing_ibc-2024_v1"
SUPPORT = "support_aisc360-22_v1"
SPOILT: list[tuple[str, Place, Any, str]] = [
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
    (SUPPORT, ("plates", "face", "value"), 1.01, "/plates/face/value: is more than 1, and a share"),
    (SUPPORT, ("resistances", "shear", "phi", "value"), 9, "/resistances/shear/phi/value: is more"),
    (IBC, ("lateral", "growth_limit", "value"), -15, "should be greater than 0"),
    (IBC, ("presumptive", "rows", 0, "lateral"), -100, "should be greater than 0"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "path", "new", "words"), SPOILT)
def test_what_spoils_a_pack_is_refused_where_it_is_read(
    name: str, path: Place, new: Any, words: str
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


def test_a_number_of_any_size_ends_no_calculation() -> None:
    """A share of ``python -m tests.reliability constants``."""
    counts = constants(60, seed=22)
    assert counts["not_as_they_must"] == counts["slow"] == 0
    assert counts["refused_where_read"] > 10
    assert counts["answered"] > 10


def test_a_spoilt_file_names_pack_place_and_line() -> None:
    data = dict(packs())[IBC]
    with pytest.raises(ApexError, match=r"/lateral/growth_limit/value: .*greater than 0") as caught:
        load(data.replace(b"value: 15\n", b"value: -15\n", 1), "p.yaml", "footing", "ibc-2024_v1")
    assert "line " in caught.value.faults[0].hint
