"""What is priced."""

from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from apex_cli.schema import IsoDate, Model, ShortText


def _distinct(codes: list[str]) -> list[str]:
    if len(set(codes)) != len(codes):
        twice = next(code for code in codes if codes.count(code) > 1)
        raise PydanticCustomError("distinct", "names {code} twice", {"code": repr(twice)})
    return codes


class Pricing(Model):
    """Add-ons, quantity and the choices a price book leaves to the project."""

    addons: Annotated[list[ShortText], Field(max_length=200), AfterValidator(_distinct)] = Field(
        default_factory=list, description="Codes of the price book's rows to add."
    )
    quantity: Annotated[int, Field(ge=1, le=100_000)] | None = Field(
        default=None, description="How many signs."
    )
    region: ShortText | None = Field(
        default=None, description="Region of the price book's indices."
    )
    as_of: IsoDate | None = Field(
        default=None, description="Date (YYYY-MM-DD) on which the book must be valid."
    )
    inputs: Annotated[
        dict[ShortText, Annotated[float, Field(ge=0, le=1e9)]], Field(max_length=200)
    ] = Field(
        default_factory=dict,
        description="Amounts and quantities that only the estimator knows, by the row's code.",
    )
