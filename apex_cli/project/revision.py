"""A row of the revision table on paper."""

from datetime import date
from typing import Annotated

from msgspec import Meta

from apex_cli.records.fields import Refused, field, whole
from apex_cli.records.model import Model
from apex_cli.vocabulary import ShortText


class Revision(Model):
    """A row of the revision table in the title block."""

    mark: Annotated[str, Meta(min_length=1, max_length=20)] = field(description="A, B or 1, 2.")
    date: Annotated[str, Meta(pattern=whole(r"^\d{4}-\d{2}-\d{2}$"))] = field(
        description="Date of the revision, YYYY-MM-DD."
    )
    text: ShortText = field(description="What was revised.")
    by: ShortText | None = field(default=None, description="Who revised it.")

    def consistent(self) -> None:
        """The date is one of the calendar."""
        try:
            date.fromisoformat(self.date)
        except ValueError as error:
            raise Refused((("date",), f"is no date: {error}")) from None
