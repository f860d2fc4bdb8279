"""What is priced."""

from typing import Annotated

from msgspec import Meta

from apex_cli.records.fields import Checked, Refused, field
from apex_cli.records.model import Model
from apex_cli.vocabulary import IsoDate, ShortText


def _distinct(codes: list[str]) -> list[str]:
    if len(set(codes)) != len(codes):
        twice = next(code for code in codes if codes.count(code) > 1)
        raise Refused(f"names {twice!r} twice")
    return codes


class Pricing(Model):
    """Add-ons, quantity and the choices a price book leaves to the project."""

    addons: Annotated[list[ShortText], Meta(max_length=200), Checked(_distinct)] = field(
        default_factory=list,
        description="Codes of the price book's rows to add, and of options to take.",
    )
    offer: Annotated[list[ShortText], Meta(max_length=200), Checked(_distinct)] | None = field(
        default=None, description="Codes of the price book's options to offer; absent: all."
    )
    quantity: Annotated[int, Meta(ge=1, le=100_000)] | None = field(
        default=None, description="How many signs."
    )
    region: ShortText | None = field(
        default=None, description="Region of the price book's indices."
    )
    as_of: IsoDate | None = field(
        default=None, description="Date (YYYY-MM-DD) on which the book must be valid."
    )
    inputs: Annotated[
        dict[ShortText, Annotated[float, Meta(ge=0, le=1e9)]], Meta(max_length=200)
    ] = field(
        default_factory=dict,
        description="Amounts and quantities that only the estimator knows, by the row's code.",
    )
