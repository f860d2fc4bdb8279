"""Warnings that an engineer has dealt with."""

from collections.abc import Iterator, Sequence
from typing import Annotated

from msgspec import Meta

from apex_cli.errors import suggestion
from apex_cli.records.fields import Place, field
from apex_cli.records.model import Model
from apex_cli.vocabulary import ShortText

NOT_RAISED = "accepted.not_raised"
"""What says that an accepted warning did not come; it is not accepted itself."""

Words = Annotated[str, Meta(min_length=1, max_length=500)]


class Accepted(Model):
    """A warning that stays in the answer with its reason, and costs nothing any more."""

    code: Words = field(description="Code of the warning, as an answer has it.")
    reason: Words = field(description="Why it is accepted, for whoever reads the answer.")
    by: ShortText | None = field(default=None, description="Who accepts it.")


def faults(accepted: Sequence[Accepted]) -> Iterator[tuple[Place, str]]:
    """What is wrong with a list of accepted warnings: codes that no warning has, or twice."""
    from apex_cli.codes.warnings import WARNINGS  # noqa: PLC0415 - read only when asked

    codes = [row.code for row in WARNINGS if row.code != NOT_RAISED]
    given = [one.code for one in accepted]
    for number, code in enumerate(given):
        if code not in codes:
            near = suggestion(code, codes)
            yield (number, "code"), f"no warning has this code{f' ({near})' if near else ''}"
        elif code in given[:number]:
            yield (number, "code"), "is accepted twice"
