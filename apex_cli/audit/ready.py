"""Whether a project is ready: all that its calculations would refuse, at once."""

from collections.abc import Iterable, Mapping
from typing import Any

from apex_cli.audit.locked import asked, lacking
from apex_cli.audit.names import strangers
from apex_cli.audit.refusal import refuse
from apex_cli.equations import Bare
from apex_cli.errors import Fault, InvalidInput, NoAnswer, PackError
from apex_cli.packs.catalogue import Catalogue
from apex_cli.project.reader import validate
from apex_cli.run.chain import solve
from apex_cli.run.prepare import prepare
from apex_cli.vocabulary import PARTS, Part


def ready(
    document: Mapping[str, Any], catalogue: Catalogue, today: str | None = None
) -> dict[Part, str]:
    """What each calculation of a project would come to, if nothing in it is refused.

    The solvers are asked, without a word: what they would refuse before there is anything to solve
    (an entry that the book asks for, ground that a method cannot do without) is a fault of the
    project. That the code gives no answer is none, and is told.

    Args:
        document: The project as it was read.
        catalogue: The packs that can be seen.
        today: The day (YYYY-MM-DD) on which a price book must be valid; None: any day.

    Raises:
        InvalidInput: Every fault of every calculation, and of the packs that are named.
        PackError: Packs are missing, malformed or altered, and nothing else is wrong.
    """
    names = strangers(document, catalogue)
    faults, packs = _by_place(names.faults), dict(names.packs)
    wanted = asked(document)
    found: dict[Part, str] = dict.fromkeys(PARTS, "not asked for")
    for kind, missing in lacking(document).items():
        found[kind] = f"not asked for: add {missing}"
    try:
        validate(document)
    except InvalidInput as error:
        faults.update(_by_place(error.faults))
    for kind in wanted:
        try:
            solve(prepare(kind, document, catalogue, today), Bare())
        except InvalidInput as error:
            faults.update(_by_place(error.faults))
        except PackError as error:
            if error.detail not in {one.detail for one in packs.values()}:
                packs[kind] = error
        except NoAnswer as error:
            found[kind] = f"no answer: {error.detail}"
        else:
            found[kind] = "ready"
    refuse(list(faults.values()), packs)
    return found


def _by_place(faults: Iterable[Fault]) -> dict[tuple[str, str], Fault]:
    return {(fault.pointer, fault.detail): fault for fault in faults}
