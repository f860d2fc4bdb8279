"""A project refused for all that is wrong with it, its packs too."""

from collections.abc import Mapping

from apex_cli.errors import Fault, InvalidInput, PackError
from apex_cli.vocabulary import PackKind


def refuse(faults: list[Fault], packs: Mapping[PackKind, PackError]) -> None:
    """Refuse a project for these faults, and for the packs that cannot be used, if any.

    Raises:
        InvalidInput: There are faults.
        PackError: There are none, but packs cannot be used.
    """
    of_packs = [
        Fault(f"/packs/{kind}", error.detail, hint=error.hint) for kind, error in packs.items()
    ]
    if faults:
        raise InvalidInput.at(*faults, *of_packs)
    for worst in packs.values():
        raise PackError(worst.detail, code=worst.problem_code, hint=worst.hint, faults=of_packs)
