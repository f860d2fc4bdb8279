"""Whether a project is ready: all that its calculations would refuse, at once."""

from collections.abc import Iterable, Mapping
from typing import Any

from apex_cli.audit.locked import asked
from apex_cli.equations import Bare
from apex_cli.errors import Fault, InvalidInput, NoAnswer, PackError
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.reader import validate
from apex_cli.run.chain import prepare, solve
from apex_cli.vocabulary import PACK_KINDS, PARTS, PackKind, Part, without_nulls


def ready(document: Mapping[str, Any], catalogue: Catalogue) -> dict[Part, str]:
    """What each calculation of a project would come to, if nothing in it is refused.

    The solvers are asked, without a word: what they would refuse before there is anything to solve
    (an add-on that the book has not, ground that a method cannot do without) is a fault of the
    project. That the code gives no answer is none, and is told.

    Args:
        document: The project as it was read.
        catalogue: The packs that can be seen.

    Raises:
        InvalidInput: Every fault of every calculation, and of the packs that are named.
        PackError: Packs are missing, malformed or altered, and nothing else is wrong.
    """
    wanted = asked(document)
    faults: dict[tuple[str, str], Fault] = {}
    packs = _unusable(document, catalogue)
    found: dict[Part, str] = dict.fromkeys(PARTS, "not asked for")
    try:
        validate(document)
    except InvalidInput as error:
        faults.update(_by_place(error.faults))
    for kind in wanted:
        try:
            solve(prepare(kind, document, catalogue), Bare())
        except InvalidInput as error:
            faults.update(_by_place(error.faults))
        except PackError as error:
            packs.setdefault(kind, error)
        except NoAnswer as error:
            found[kind] = f"no answer: {error.detail}"
        else:
            found[kind] = "ready"
    of_packs = [
        Fault(f"/packs/{kind}", error.detail, hint=error.hint) for kind, error in packs.items()
    ]
    if faults:
        every = [*faults.values(), *of_packs]
        more = f", and {len(every) - 1} more" if len(every) > 1 else ""
        first = every[0]
        detail = f"{first.pointer or 'document'}: {first.detail}{more}"
        raise InvalidInput(detail, faults=every, hint=first.hint)
    if packs:
        worst = next(iter(packs.values()))
        raise PackError(worst.detail, code=worst.problem_code, hint=worst.hint, faults=of_packs)
    return found


def _unusable(document: Mapping[str, Any], catalogue: Catalogue) -> dict[PackKind, PackError]:
    """Why packs that the project names cannot be used."""
    packs = without_nulls(dict(document)).get("packs")
    found: dict[PackKind, PackError] = {}
    for kind in PACK_KINDS:
        ref = packs.get(kind) if isinstance(packs, dict) else None
        if isinstance(ref, str):
            try:
                catalogue.load(kind, ref)
            except PackError as error:
                found[kind] = error
    return found


def _by_place(faults: Iterable[Fault]) -> dict[tuple[str, str], Fault]:
    return {(fault.pointer, fault.detail): fault for fault in faults}
