"""Everything that can go wrong on purpose.

::

    ApexError                     exit  status
    ├── UsageError                  2    400    wrong usage of the command line
    ├── InvalidInput                3    422    the project or input is invalid
    ├── PackError                   4    422    a pack is missing (404), malformed or altered
    ├── Conflict                    5    409    the file exists, or the state forbids the change
    │   └── EtagMismatch            5    412    the file changed since it was read
    ├── NoAnswer                    6    422    the code gives no answer for these inputs
    ├── VerificationFailed          7    409    a digest or a locked answer differs
    ├── FileProblem                 8    404    not found; 403 not permitted; 507 disk full
    └── InternalFault              70    500    a fault in the program

Libraries' exceptions are translated to these at the border where they occur.
"""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar, NamedTuple, Self

from apex_cli import exits


class Fault(NamedTuple):
    """One place in the input that is wrong.

    Args:
        pointer: RFC 6901 JSON Pointer into the document.
        detail: What is wrong there.
        value: The offending value, if it can be shown.
        hint: How to mend it.
    """

    pointer: str
    detail: str
    value: Any = None
    hint: str = ""


SHOWN_FAULTS = 200
"""A longer list helps nobody, and would let a small input make a large answer."""

MOST_FAULTS = 1_000
"""A document of a million wrong values is told to be wrong in a thousand places."""


def and_more(faults: Sequence[Fault]) -> str:
    """How many faults there are beside the first, in words."""
    if len(faults) < 2:  # noqa: PLR2004 - the first alone
        return ""
    return f", and {'at least ' if len(faults) >= MOST_FAULTS else ''}{len(faults) - 1} more"


STATUS_OF = {
    "file.disk_full": 507,
    "file.not_durable": 507,
    "file.not_permitted": 403,
    "file.not_regular": 403,
    "pack.no_folder": 404,
    "pack.no_section": 404,
    "pack.not_found": 404,
    "pack.unreadable": 404,
}
"""The codes whose HTTP status is not that of their class."""


class ApexError(Exception):
    """Root of the tree: an error that becomes a problem (RFC 9457) in the envelope.

    A class whose errors are always of a code of their own has no `code`: each one must give it.
    """

    code: ClassVar[str]
    title: ClassVar[str] = "Error"
    status: int = 500
    exit_code: ClassVar[int] = exits.FAULT

    def __init__(
        self,
        detail: str,
        *,
        code: str | None = None,
        hint: str = "",
        faults: Iterable[Fault] = (),
        extra: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(detail)
        self.detail = detail
        self.problem_code = code or self.code
        self.status = STATUS_OF.get(self.problem_code, self.status)
        self.hint = hint
        self.faults = tuple(faults)
        self.extra = extra or {}


class UsageError(ApexError):
    """The command line is wrong."""

    code = "usage.invalid"
    title = "Wrong usage"
    status = 400
    exit_code = exits.WRONG_USAGE


class InvalidInput(ApexError):
    """The project, or another input, is not valid."""

    code = "project.invalid"
    title = "The input is invalid"
    status = 422
    exit_code = exits.INVALID_INPUT

    @classmethod
    def at(cls, *faults: Fault) -> Self:
        """The error of these faults, one at least: the first in words."""
        first = faults[0]
        detail = f"{first.pointer or 'document'}: {first.detail}{and_more(faults)}"
        return cls(detail, faults=faults[:SHOWN_FAULTS], hint=first.hint)


class PackError(ApexError):
    """A pack is missing, malformed or altered."""

    code = "pack.invalid"
    title = "The pack cannot be used"
    status = 422
    exit_code = exits.PACK_UNUSABLE


class Conflict(ApexError):
    """The file exists already, or its state forbids the change."""

    title = "Conflict"
    status = 409
    exit_code = exits.CONFLICT


class EtagMismatch(Conflict):
    """The file is not the one that the caller read."""

    code = "project.etag_mismatch"
    title = "The file changed since it was read"
    status = 412


class NoAnswer(ApexError):
    """The code gives no answer for these inputs."""

    code = "calculation.no_answer"
    title = "The code gives no answer for these inputs"
    status = 422
    exit_code = exits.NO_ANSWER


class VerificationFailed(ApexError):
    """A digest or a locked answer differs."""

    title = "Verification failed"
    status = 409
    exit_code = exits.NOT_VERIFIED


class FileProblem(ApexError):
    """A file is missing, not readable, not writable, or the disk is full."""

    code = "file.not_found"
    title = "The file cannot be used"
    status = 404
    exit_code = exits.FILE_PROBLEM


class InternalFault(ApexError):
    """A fault in the program itself."""

    code = "apex.fault"
    title = "A fault in apex"


LONGEST_WORD = 200
"""Beyond it no word is near one of ours, and looking would take long."""


def suggestion(word: str, known: Iterable[str]) -> str:
    """The sentence "did you mean …?", or an empty string when nothing known is near.

    >>> suggestion("calc_paket", ["calc_packet", "hard_copies"])
    "did you mean 'calc_packet'?"
    """
    near = nearest(word, known)
    return "" if near is None else f"did you mean {near!r}?"


def nearest(word: str, known: Iterable[str]) -> str | None:
    """What is known that is nearest to a word; None when nothing is near."""
    if len(word) > LONGEST_WORD:
        return None
    from difflib import get_close_matches  # noqa: PLC0415 - only where something is wrong

    return next(iter(get_close_matches(word, list(known), n=1, cutoff=0.6)), None)
