"""What proving something found, as JSON: an envelope, a bundle, the answers of two programs."""

from typing import Any

from apex_cli.errors import ApexError, PackError, VerificationFailed
from apex_cli.files import shown

EXIT_CODES: dict[str, int] = {
    "pack_not_available": PackError.exit_code,
    "pack_differs": PackError.exit_code,
    "digest_differs": VerificationFailed.exit_code,
    "changed": VerificationFailed.exit_code,
    "sums_differ": VerificationFailed.exit_code,
    "signature_wrong": VerificationFailed.exit_code,
    "signature_missing": VerificationFailed.exit_code,
    "signer_unknown": VerificationFailed.exit_code,
    "not_of_the_answer": VerificationFailed.exit_code,
    "no_answer": VerificationFailed.exit_code,
}
"""The outcomes that are not well, of envelopes and of bundles, and their exit codes."""

PROVED = ("identical", "sums_right", "signed")
"""The outcomes that prove what they are of."""


def finding(path: str, outcome: str, detail: str, **more: Any) -> dict[str, Any]:
    """What proving one thing found, as JSON: of an envelope, a bundle, two programs' answers.

    >>> finding("a.zip:SHA256SUMS", "sums_right", "7 files are as they were put in")["proved"]
    True
    """
    return {
        "path": path,
        "proved": outcome in PROVED,
        "exit_code": EXIT_CODES.get(outcome, 0),
        "outcome": outcome,
        "detail": detail,
        **more,
    }


def unreadable(name: str, error: ApexError) -> dict[str, Any]:
    """The row of what cannot be read."""
    return finding(name, "unreadable", shown(error.detail), exit_code=error.exit_code)
