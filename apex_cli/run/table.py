"""The calculations: how each is solved, and what it comes after."""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple

from msgspec import Struct

from apex_cli.equations import Bare
from apex_cli.errors import NoAnswer
from apex_cli.packs.model import Pack, of_one_family, of_own_level
from apex_cli.pointer import present
from apex_cli.project.model import Inputs
from apex_cli.run.mounted import building_named, mounting_of
from apex_cli.run.sections import sections_named
from apex_cli.vocabulary import Family, JsonObject, PackKind, Part


class Chain(Struct, frozen=True):
    """One run under way: what was read, what was found, who writes it down."""

    project: Inputs
    packs: dict[PackKind, tuple[Pack, str]]
    trace: Bare
    found: dict[str, Any]

    def pack(self, kind: PackKind) -> Any:
        """The pack of this kind."""
        return self.packs[kind][0]

    def spare(self, kind: PackKind) -> Any:
        """The pack of this kind, where the project has use for one."""
        return self.pack(kind) if kind in self.packs else None

    @property
    def sections(self) -> Any:
        """The pack of sections, where the project names one."""
        return self.spare("sections")


def nothing(*_: object) -> tuple[Part, ...]:
    """No other part."""
    return ()


def no_other(*_: object) -> tuple[PackKind, ...]:
    """No pack but that of the calculation's own kind."""
    return ()


class Calculation(NamedTuple):
    """A row of the table below.

    What it reads and needs of a project, the module `inputs` of its solver tells.

    Args:
        kind: Its name.
        solve: Solves, given what the parts before it found.
        after: The parts whose results it uses, by what the document has.
        asks: The parts whose results its pack asks for, given the project too.
        beside: The packs that it reads beside its own, by what the document has.
    """

    kind: Part
    solve: Callable[[Chain], Any]
    after: Callable[[JsonObject], tuple[Part, ...]] = nothing
    asks: Callable[[Inputs, Any], tuple[Part, ...]] = nothing
    beside: Callable[[JsonObject], tuple[PackKind, ...]] = no_other

    def reads(self, project: Inputs, pack: Pack) -> tuple[str, ...]:
        """Pointers of the project's parts that it uses with this pack."""
        found: tuple[str, ...] = _solver(f"{self.kind}.inputs").reads(project, pack)
        return found

    def needs(self, document: JsonObject) -> dict[str, str]:
        """Pointers that it cannot do without, each with what to say of it, or nothing."""
        found: dict[str, str] = _solver(f"{self.kind}.inputs").needs(document)
        return found


@cache
def _solver(name: str, family: Family = "american") -> Any:
    """A module of the solvers, of a family of codes: a part is loaded when it is used."""
    name = name if family == "american" else name.replace(".", ".eurocode.")
    return import_module(f"apex_cli.solvers.{name}")


def _exposure(chain: Chain) -> Any:
    pack = chain.pack("exposure")
    solver = _solver("exposure.solve", pack.family)
    inputs = _solver("exposure.inputs", pack.family).inputs_of(chain.project)
    return solver.solve(
        inputs, pack, chain.trace, chain.sections,
        building=chain.spare("building"), hazards=chain.spare("hazards"),
    )  # fmt: skip


def _beside_exposure(document: JsonObject) -> tuple[PackKind, ...]:
    """The sections; what the edition says of signs at buildings, and of earthquake and ice.

    Of the latter where a sign on the ground has to bear them, in the wind of a standard.
    """
    asked = any(present(document, f"/site/{name}") for name in ("seismic", "ice"))
    refused = present(document, "/site/given_pressure") or mounting_of(document) != "ground"
    hazards: tuple[PackKind, ...] = ()
    if "sign" in document and asked and not refused:
        hazards = ("hazards",)
    return (*sections_named(document), *building_named(document), *hazards)


def _footing(chain: Chain) -> Any:
    pack = chain.pack("footing")
    solver = _solver("footing.solve", pack.family)
    inputs = solver.FootingInputs.of(chain.project)
    if inputs.loads is None:
        of_one_family(pack, chain.pack("exposure"))
        found, wind = chain.found["exposure"], chain.pack("exposure").standard
        given = _solver("exposure.demands").demands(found)
        if not hasattr(found, "given") and pack.wind_standard not in {None, wind}:
            chain.trace.warn(
                "footing.edition_mismatch",
                "warning",
                f"{pack.standard} adopts {pack.wind_standard}, and the wind is by {wind}: use the "
                "editions that bind together, or tell which the jurisdiction has adopted.",
            )
    else:
        given = solver.loads_demand(inputs.loads, pack, chain.trace)
    return solver.solve(inputs, pack, given, chain.trace, chain.sections)


def _unless_loads(document: JsonObject) -> tuple[Part, ...]:
    return () if "loads" in document else ("exposure",)


def _support(chain: Chain) -> Any:
    solver, pack = _solver("support.solve"), chain.pack("support")
    inputs, concrete = solver.SupportInputs.of(chain.project), _concrete(chain)
    if "footing" in chain.packs:
        of_one_family(pack, chain.pack("footing"))
    for one in (pack, concrete):
        if one is not None and "footing" in chain.packs:
            solver.tell_pair(one, chain.pack("footing"), chain.trace)
    carried, footing = _carried(inputs, chain), chain.found.get("footing")
    founded = solver.Founded.on(footing, concrete)
    found = solver.solve(inputs, pack, carried, chain.trace, chain.sections, founded=founded)
    if footing is not None:
        shear, height = footing.lateral_load_lbf, footing.load_height_ft
        solver.tell_footing(shear, height, found, chain.trace)
        chain.found["footing"] = _solver("footing.tell").without(
            footing, concrete=found.concrete_held, rods=found.foot_held
        )
    return found


def _concrete(chain: Chain) -> Any:
    """The edition of ACI 318, where one is read."""
    return chain.spare("concrete")


def _carried(inputs: Any, chain: Chain) -> Any:
    """What the support carries: what the wind's answer says, or loads that are given."""
    solver, pack = _solver("support.carried"), chain.pack("support")
    if inputs.loads is None:
        of_one_family(pack, chain.pack("exposure"))
        acting = chain.found["exposure"].acting
        return solver.of_wind(acting, chain.pack("exposure").combinations)
    of_own_level(inputs.loads.level, pack)
    return solver.of_loads(inputs.loads, pack.combinations, chain.trace)


def judged(chain: Chain) -> Any:
    """Whether the support passes, and how nearly; the chain's trace is told nothing of it."""
    solver = _solver("support.judge")
    inputs = solver.SupportInputs.of(chain.project)
    carried = _carried(inputs, chain)
    return solver.judge(inputs, chain.pack("support"), carried, chain.sections)


def trial(chain: Chain) -> Any:
    """The foot of the poles and what reaches it, for what is tried there; as `_support` has it."""
    solver = _solver("support.trial")
    inputs = solver.SupportInputs.of(chain.project)
    founded = solver.Founded.on(chain.found.get("footing"), _concrete(chain))
    carried = _carried(inputs, chain)
    return solver.trial_of(inputs, chain.pack("support"), carried, chain.sections, founded)


def _beside_support(document: JsonObject) -> tuple[PackKind, ...]:
    """The sections; the footing pack, whose building code adopts editions; that of the concrete."""
    packs: list[PackKind] = [*sections_named(document)]
    if present(document, "/packs/footing"):
        packs.append("footing")
    if any(present(document, f"/support/{name}") for name in ("pier", "slab")) or (
        present(document, "/support/base") and present(document, "/packs/concrete")
    ):
        packs.append("concrete")
    return tuple(packs)


def _after_support(document: JsonObject) -> tuple[Part, ...]:
    """The wind; the footing where something stands in it, and the project has one."""
    stands = any(present(document, f"/support/{name}") for name in ("base", "pier", "slab"))
    known = all(present(document, where) for where in ("/footing", "/soil", "/packs/footing"))
    footing: tuple[Part, ...] = ("footing",) if stands and known else ()
    return (*_unless_loads(document), *footing)


def _pricing(chain: Chain) -> Any:
    pack, seen, takeoff = chain.pack("pricing"), _solver("pricing.inputs"), _solver("takeoff")
    wanted = seen.wanted(chain.project, pack)
    sign = takeoff.TakeoffInputs.of(chain.project, wanted)
    amounts = takeoff.takeoff(sign, chain.found, wanted, chain.trace, chain.sections)
    inputs = seen.PricingInputs.of(chain.project)
    lacking = seen.lacking(chain.project)
    return _solver("pricing.solve").solve(inputs, pack, amounts, chain.trace, lacking)


def _quantified(project: Inputs, book: Any) -> tuple[Part, ...]:
    """The calculations that the book takes quantities from."""
    wanted = _solver("pricing.inputs").wanted(project, book)
    sources: tuple[Part, ...] = ("footing", "support")
    return tuple(part for part in sources if any(name.startswith(f"{part}.") for name in wanted))


def beyond_measure(part: Part) -> NoAnswer:
    """The error of a calculation whose numbers no double holds."""
    detail = f"{part}: a number grows beyond what a computer holds"
    return NoAnswer(detail, hint="see whether the numbers are meant")


CALCULATIONS: dict[Part, Calculation] = {
    row.kind: row
    for row in (
        Calculation("exposure", _exposure, beside=_beside_exposure),
        Calculation("footing", _footing, after=_unless_loads, beside=sections_named),
        Calculation("support", _support, after=_after_support, beside=_beside_support),
        Calculation("pricing", _pricing, asks=_quantified, beside=sections_named),
    )
}
"""Every calculation; `all` is these in this order, support if the project has it.

A sign at a building has no footing and no support (`run/mounted.py`)."""
