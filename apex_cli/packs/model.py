"""What every pack says of itself and of each of its numbers."""

from functools import cached_property
from typing import Annotated, Any, ClassVar, Generic, Literal, TypeVar

from msgspec import Meta

from apex_cli.equations import Citations
from apex_cli.errors import Fault, InvalidInput, NoAnswer
from apex_cli.quantities import Known
from apex_cli.records.fields import Checked, Positive, Refused, field, whole
from apex_cli.records.model import Model
from apex_cli.vocabulary import Family, LongText, PackKind, PackRef, ShortText

VerificationStatus = Literal["printed", "derived", "secondary", "memory"]
MOST_STEPS = 1000
"""Of a search through sizes; released packs have 120."""
U = TypeVar("U", bound=str)


class Sourced(Model):
    """Something a pack states: with its clause, its verification status and its sources.

    Statuses: ``printed`` was read in the printed standard; ``derived`` follows from another
    number of the pack or from a published identity; ``secondary`` was taken from public secondary
    texts and still has to be read in the printed standard; ``memory`` was read nowhere yet.
    """

    clause: ShortText = field(description="Clause, table or figure.")
    status: VerificationStatus = field(description="How the number was verified.")
    sources: Annotated[list[ShortText], Meta(min_length=1)] = field(
        description="Keys of the pack's list of sources."
    )
    note: LongText | None = field(default=None, description="Doubts, and what was decided.")

    _pointer: ClassVar[str] = ""

    def at(self, *parts: str | int, value: float) -> Known:
        """The value at this place of the table, knowing where it stands."""
        return Known(value, "/".join((self._pointer, *map(str, parts))), self.status)


class Constant(Sourced, Generic[U]):
    """One number with its unit: ``Constant[Literal["ft"]]``; none of them is 0 or less."""

    value: Positive = field(description="The number.")
    unit: U = field(description="Its unit.")

    @cached_property
    def number(self) -> Known:
        """The number, knowing its pack, pointer and verification status."""
        return Known(self.value, self._pointer, self.status)


def _of_the_whole(share: Any) -> Any:  # a record or its twin
    if share.value > 1:
        raise Refused((("value",), "is more than 1, and a share of a whole"))
    return share


Share = Annotated[Constant[Literal["1"]], Checked(_of_the_whole)]
"""A part of a whole, or what reduces a strength: above 0, and 1 at most."""


def in_steps(most: Constant[Any], step: Constant[Any]) -> None:
    """Refuse a size that is searched in so small steps that the search would not end.

    Raises:
        Refused: It has more than a thousand of them.
    """
    if most.value > MOST_STEPS * step.value:
        raise Refused(f"has more than {MOST_STEPS} steps of {step.value:g} up to {most.value:g}")


class Pack(Model):
    """The head of every pack.

    `clauses` lets an edition cite an equation elsewhere than the equation's own card does:
    equation name to clause.
    """

    family: ClassVar[Family] = "american"

    kind: PackKind
    ref: PackRef
    standard: ShortText = field(description="The standard as it is cited, with its edition.")
    title: ShortText
    released: Annotated[str, Meta(pattern=whole(r"^\d{4}-\d{2}-\d{2}$"))]
    supersedes: PackRef | None = field(default=None, description="The pack this one corrects.")
    note: LongText | None = None
    refs: list[ShortText] = field(description="The documents and clauses the pack stands on.")
    sources: dict[ShortText, LongText] = field(description="Where the numbers were taken from.")
    clauses: dict[ShortText, ShortText] = field(default_factory=dict)

    @cached_property
    def citations(self) -> Citations:
        """Where this edition has each equation."""
        return Citations(self.standard, self.clauses)


def of_one_family(pack: Pack, wind: Pack) -> None:
    """Refuse a design by one family of codes under the wind of another.

    Raises:
        NoAnswer: Their loads and factors do not belong together.
    """
    if pack.family != wind.family:
        raise NoAnswer(
            f"{pack.standard} does not go with the wind by {wind.standard}: one counts loads at "
            "strength and allowable-stress level, the other as characteristic actions with "
            "partial factors, and no factor leads from one to the other",
            code="pack.mixed_families",
            faults=[Fault(f"/packs/{pack.kind}", f"does not go with {wind.ref}", pack.ref)],
            hint="take packs of one family, or give the loads of this part (loads)",
        )


def of_own_level(level: str, pack: Pack) -> None:
    """Refuse given loads of the other family's levels.

    Raises:
        InvalidInput: They are.
    """
    if (level == "characteristic") != (pack.family == "european"):
        wanted = "characteristic" if pack.family == "european" else "asd or strength"
        fault = Fault("/loads/level", f"{pack.standard} takes {wanted} loads", level)
        raise InvalidInput.at(fault)


def bind(pack: Pack) -> None:
    """Tell every sourced part of a freshly loaded pack where it stands."""
    _bind(pack, f"{pack.kind}:")


def _bind(value: Any, where: str) -> None:
    if isinstance(value, Model):
        if isinstance(value, Sourced):
            value.__dict__.clear()  # its numbers knew another place
            value.__dict__["_pointer"] = where
        for name in value.declared:
            _bind(getattr(value, name), f"{where}/{name}")
    elif isinstance(value, dict):
        for key, item in value.items():
            _bind(item, f"{where}/{key}")
    elif isinstance(value, list) and value and isinstance(value[0], Model):
        for number, item in enumerate(value):
            _bind(item, f"{where}/{number}")
