"""The calculations: what each reads and needs, what it comes after, and how it is solved."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple

from apex_cli.equations import Bare
from apex_cli.packs.model import Pack
from apex_cli.project.model import Inputs
from apex_cli.vocabulary import PackKind

Document = Mapping[str, Any]
Packs = Mapping[PackKind, tuple[Pack, str]]


class Chain(NamedTuple):
    """One run under way: what was read, what was found, who writes it down."""

    project: Inputs
    packs: dict[PackKind, tuple[Pack, str]]
    trace: Bare
    found: dict[str, Any]

    def pack(self, kind: PackKind) -> Any:
        """The pack of this kind."""
        return self.packs[kind][0]


class Calculation(NamedTuple):
    """A row of the table below.

    Args:
        solve: Solves, given what the parts before it found.
        reads: Pointers of the project's parts it uses, given document and packs.
        needs: Pointers it cannot do without, given the document, each with what to say when it
            is missing, or nothing.
        after: The parts whose results it uses, given document and packs.
    """

    solve: Callable[[Chain], Any]
    reads: Callable[[Document, Packs], Iterable[str]]
    needs: Callable[[Document], Mapping[str, str]]
    after: Callable[[Document, Packs], tuple[PackKind, ...]]


@cache
def _solver(name: str) -> Any:
    """A module of the solvers: a part is loaded when it is used."""
    return import_module(f"apex_cli.solvers.{name}")


def _exposure(chain: Chain) -> Any:
    return _solver("exposure.solve").solve(chain.project, chain.pack("exposure"), chain.trace)


def _exposure_reads(_document: Document, _packs: Packs) -> Iterable[str]:
    reads: Iterable[str] = _solver("exposure.inputs").READS
    return reads


def _exposure_needs(document: Document) -> Mapping[str, str]:
    return dict.fromkeys(_solver("exposure.inputs").needs(document), "")


def _footing(chain: Chain) -> Any:
    solver, pack = _solver("footing.solve"), chain.pack("footing")
    if "exposure" in chain.found and chain.project.loads is None:
        given = _solver("exposure.demands").demands(chain.found["exposure"])
        wind = chain.pack("exposure").standard
        if pack.wind_standard not in {None, wind}:
            chain.trace.warn(
                "footing.edition_mismatch",
                "warning",
                f"{pack.standard} adopts {pack.wind_standard}, and the wind is by {wind}: use the "
                "editions that bind together, or tell which the jurisdiction has adopted.",
            )
    else:
        given = solver.loads_demand(chain.project, pack, chain.trace)
    return solver.solve(chain.project, pack, given, chain.trace)


def _footing_reads(_document: Document, _packs: Packs) -> Iterable[str]:
    reads: Iterable[str] = _solver("footing.inputs").READS
    return reads


def _footing_needs(document: Document) -> Mapping[str, str]:
    inputs = _solver("footing.inputs")
    return {where: inputs.HINTS.get(where, "") for where in inputs.needs(document)}


def _footing_after(document: Document, _packs: Any) -> tuple[PackKind, ...]:
    return () if "loads" in document else ("exposure",)


def _pricing(chain: Chain) -> Any:
    pack = chain.pack("pricing")
    footing = chain.found.get("footing")
    addons = chain.project.pricing.addons if chain.project.pricing else ()
    wanted = pack.quantities_for(addons)
    amounts = _solver("takeoff").takeoff(chain.project, footing, wanted, chain.trace)
    return _solver("pricing.solve").solve(chain.project, pack, amounts, chain.trace)


def _addons(document: Document) -> list[str]:
    pricing = document.get("pricing")
    return list(pricing.get("addons") or ()) if isinstance(pricing, Mapping) else []


def _pricing_reads(document: Document, packs: Packs) -> Iterable[str]:
    reads: Iterable[str] = _solver("pricing.inputs").reads(packs["pricing"][0], _addons(document))
    return reads


def _pricing_needs(document: Document) -> Mapping[str, str]:
    return dict.fromkeys(_solver("pricing.inputs").needs(document), "")


def _pricing_after(document: Document, packs: Packs) -> tuple[PackKind, ...]:
    if "pricing" not in packs:  # not read yet: the next round knows what the book asks for
        return ()
    book: Any = packs["pricing"][0]
    wanted = book.quantities_for(_addons(document))
    return ("footing",) if any(name.startswith("footing.") for name in wanted) else ()


CALCULATIONS: dict[PackKind, Calculation] = {
    "exposure": Calculation(_exposure, _exposure_reads, _exposure_needs, lambda *_: ()),
    "footing": Calculation(_footing, _footing_reads, _footing_needs, _footing_after),
    "pricing": Calculation(_pricing, _pricing_reads, _pricing_needs, _pricing_after),
}
"""Every calculation; `all` is the three in this order."""
