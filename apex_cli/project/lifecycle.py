"""The states of a project: draft → estimating → submitted → accepted | rejected."""

from collections.abc import Callable, Mapping
from typing import Any

from apex_cli.errors import Conflict, Fault, UsageError, suggestion
from apex_cli.project.file import etag_of

TRANSITIONS: dict[str, tuple[str, ...]] = {
    "draft": ("estimating",),
    "estimating": ("submitted",),
    "submitted": ("accepted", "rejected"),
    "accepted": (),
    "rejected": (),
}
FROZEN = ("submitted", "accepted", "rejected")
"""States in which only the status may change."""


def status_of(document: Mapping[str, Any]) -> str:
    """The project's status; draft when it says none.

    >>> status_of({"status": "submitted"}), status_of({})
    ('submitted', 'draft')
    """
    return document.get("status") or "draft"


def require_open(document: Mapping[str, Any]) -> None:
    """Refuse to change a project that was submitted.

    Raises:
        Conflict: Code ``project.frozen``.
    """
    status = status_of(document)
    if status in FROZEN:
        raise Conflict(
            f"the project is {status}: from submission on only its status may change",
            code="project.frozen",
            hint="restore it as it was, or continue in a copy: apex project new COPY --from FILE",
            faults=[Fault("/status", f"is {status}", status)],
        )


def sealable(document: dict[str, Any]) -> dict[str, Any]:
    """The document, if what was done to it by hand may be sealed.

    Raises:
        Conflict: It was submitted, and is not what was submitted.
    """
    if document.get("etag") != etag_of(document):
        require_open(document)
    return document


def transition(
    document: dict[str, Any], to: str, lock_ok: Callable[[], tuple[bool, str]]
) -> dict[str, Any]:
    """The document in another state; in the same state, the document as it is.

    Args:
        document: A valid project; it is not changed.
        to: The state to come to.
        lock_ok: Asked only on the way to submitted: whether the lock is current with every check
            passed, and if not, why.

    Raises:
        UsageError: There is no such state.
        Conflict: Code ``project.invalid_transition``; the hint says which states are allowed.

    >>> transition({"status": "submitted"}, "accepted", lambda: (False, ""))
    {'status': 'accepted'}
    """
    if to not in TRANSITIONS:
        raise UsageError(
            f"{to!r} is not a status",
            hint=suggestion(to, TRANSITIONS) or f"one of {', '.join(TRANSITIONS)}",
        )
    status = status_of(document)
    if to == status:
        return document
    if to not in TRANSITIONS[status]:
        allowed = " or ".join(TRANSITIONS[status])
        raise _refused(
            f"a project that is {status} cannot become {to}",
            f"from {status} it can become {allowed}"
            if allowed
            else f"{status} is final; continue in a copy: apex project new COPY --from FILE",
            status,
        )
    if to == "submitted":
        passed, reason = lock_ok()
        if not passed:
            raise _refused(
                f"only a project with a current lock and every check passed can be submitted: "
                f"{reason}",
                "mend what fails, then: apex lock FILE",
                status,
            )
    return {**document, "status": to}


def _refused(detail: str, hint: str, status: str) -> Conflict:
    return Conflict(
        detail,
        code="project.invalid_transition",
        hint=hint,
        faults=[Fault("/status", detail, status, hint)],
    )
