"""The words that project and packs share."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from msgspec import Meta

from apex_cli.records.fields import Checked, Refused, whole

JsonObject = Mapping[str, Any]
"""A JSON object that is read and not written to."""

ExposureCategory = Literal["B", "C", "D"]
RiskCategory = Literal["I", "II", "III", "IV"]
TerrainCategory = Literal["0", "I", "II", "III", "IV"]
AT_BUILDINGS = ("wall", "projecting", "roof")
"""The mountings whose wind needs a building and the pack of its edition."""
Family = Literal["american", "european"]
"""Whose codes a pack belongs to: ASCE 7 counts loads at strength and allowable-stress level, the
Eurocodes as characteristic ones with partial factors, and the two are never mixed."""
CalculationKind = Literal["exposure", "footing", "support", "pricing", "all"]
Selection = Literal["section", "plate", "rods", "pier", "slab"]
"""What a question may ask to be chosen: the lightest that passes."""
SELECT = "select"
"""Among the inputs of an answer: what was asked to be chosen, which no project says."""
Part = Literal["exposure", "footing", "support", "pricing"]
PARTS: tuple[Part, ...] = ("exposure", "footing", "support", "pricing")
"""The calculations, in the order of the work."""
PackKind = Literal[
    "exposure", "building", "hazards", "footing", "sections", "support", "concrete", "pricing"
]
PACK_KINDS: tuple[PackKind, ...] = (
    "exposure",
    "building",
    "hazards",
    "footing",
    "sections",
    "support",
    "concrete",
    "pricing",
)
"""The packs; a calculation may read several."""

REF_PATTERN = r"^(?:[a-z0-9]+(?:[-.][a-z0-9]+)*_)?v[1-9][0-9]*$"
SHA256_PATTERN = r"^[0-9a-f]{64}$"

PackRef = Annotated[str, Meta(pattern=whole(REF_PATTERN), max_length=100)]
Sha256 = Annotated[str, Meta(pattern=whole(SHA256_PATTERN))]
ShortText = Annotated[str, Meta(max_length=500)]
LongText = Annotated[str, Meta(max_length=20_000)]


def _real_date(text: str) -> str:
    from datetime import date  # noqa: PLC0415 - only when a date is given

    try:
        made = date.fromisoformat(text)
    except ValueError as error:
        raise Refused("must be a date that exists, YYYY-MM-DD") from error
    if made.isoformat() != text:
        raise Refused("must be a date written YYYY-MM-DD")
    return text


IsoDate = Annotated[str, Checked(_real_date)]


_CONTAINERS = {dict, list}


def without_nulls(value: Any) -> Any:
    """The same JSON value with null members of objects left out: null is the same as absent.

    >>> without_nulls({"a": None, "b": [{"c": None}]})
    {'b': [{}]}
    """
    if isinstance(value, dict):
        return {
            key: without_nulls(item) if type(item) in _CONTAINERS else item
            for key, item in value.items()
            if item is not None
        }
    if isinstance(value, list):
        return [without_nulls(item) for item in value]
    return value
