"""Names in a project that lead nowhere: packs, add-ons, regions and sections that are not there."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any, NamedTuple

from apex_cli.audit.refusal import refuse
from apex_cli.errors import Fault, InvalidInput, PackError
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.pricing import Pricing
from apex_cli.records.model import Faulty
from apex_cli.run.sections import unknown_sections
from apex_cli.solvers.pricing.choice import entry_faults, unknown_choices
from apex_cli.vocabulary import PACK_KINDS, JsonObject, PackKind, without_nulls


class Strangers(NamedTuple):
    """Names that lead nowhere.

    Args:
        packs: Why packs that are named cannot be used.
        faults: Add-ons, regions and sections that their packs have not.
    """

    packs: dict[PackKind, PackError]
    faults: list[Fault]


def strangers(document: Mapping[str, Any], catalogue: Catalogue) -> Strangers:
    """The names in a document that lead nowhere, whatever else is wrong with it."""
    clean = without_nulls(dict(document))
    refs = clean.get("packs")
    named = refs if isinstance(refs, dict) else {}
    packs: dict[PackKind, PackError] = {}
    loaded: dict[PackKind, Any] = {}
    for kind in PACK_KINDS:
        if isinstance(ref := named.get(kind), str):
            try:
                loaded[kind] = catalogue.load(kind, ref)[0]
            except PackError as error:
                packs[kind] = error
    faults = unknown_sections(clean, catalogue)
    if "pricing" in loaded and isinstance(said := clean.get("pricing"), dict):
        told = {name: said[name] for name in ("addons", "region") if name in said}
        with suppress(Faulty):  # what is no list of names the reader of projects tells of
            faults += unknown_choices(Pricing.read(told), loaded["pricing"])
    return Strangers(packs, faults)


def require_known(
    before: Mapping[str, Any], after: Mapping[str, Any], catalogue: Catalogue
) -> None:
    """Refuse a change that brings in a name which leads nowhere; others were there before.

    Raises:
        InvalidInput: An add-on, a region or a section that is not there.
        PackError: A pack that cannot be used.
    """
    old, new = strangers(before, catalogue), strangers(after, catalogue)
    known = {(fault.detail, fault.value) for fault in old.faults}
    packs = {
        kind: error for kind, error in new.packs.items()
        if kind not in old.packs or old.packs[kind].detail != error.detail
    }  # fmt: skip
    refuse([fault for fault in new.faults if (fault.detail, fault.value) not in known], packs)


def require_entries(document: JsonObject, code: str, catalogue: Catalogue) -> None:
    """Refuse an add-on whose amount is not said, or is said though its row asks for none.

    Args:
        document: A project with the add-on.
        code: The add-on's code.
        catalogue: The packs that can be seen.

    Raises:
        InvalidInput: What the price book misses, or does not ask for.
    """
    clean = without_nulls(dict(document))
    ref = (clean.get("packs") or {}).get("pricing")
    if ref is None:
        hint = "name it first: apex project set FILE packs.pricing=v1"
        fault = Fault("/packs/pricing", "the project names no price book", hint=hint)
        raise InvalidInput(f"{fault.pointer}: {fault.detail}", hint=hint, faults=[fault])
    pack: Any = catalogue.load("pricing", ref)[0]
    with suppress(Faulty):  # what is wrong in itself the reader of projects tells of
        found = entry_faults(Pricing.read(clean["pricing"]), pack, code)
        refuse(list(found), {})
