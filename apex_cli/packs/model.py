"""What every pack says of itself and of each of its numbers."""

from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import Field, PrivateAttr

from apex_cli.quantities import Known
from apex_cli.schema import LongText, Model, PackKind, PackRef, ShortText

VerificationStatus = Literal["printed", "derived", "secondary"]
U = TypeVar("U", bound=str)


class Sourced(Model):
    """Something a pack states: with its clause, its verification status and its sources.

    Statuses: ``printed`` was read in the printed standard; ``derived`` follows from another
    number of the pack or from a published identity; ``secondary`` was taken from public secondary
    texts and still has to be read in the printed standard.
    """

    clause: ShortText = Field(description="Clause, table or figure.")
    status: VerificationStatus = Field(description="How the number was verified.")
    sources: Annotated[list[ShortText], Field(min_length=1)] = Field(
        description="Keys of the pack's list of sources."
    )
    note: LongText | None = Field(default=None, description="Doubts, and what was decided.")

    _pointer: str = PrivateAttr(default="")

    def at(self, *parts: str | int, value: float) -> Known:
        """The value at this place of the table, knowing where it stands."""
        return Known(value, "/".join((self._pointer, *map(str, parts))), self.status)


class Constant(Sourced, Generic[U]):
    """One number with its unit: ``Constant[Literal["ft"]]``."""

    value: float = Field(description="The number.")
    unit: U = Field(description="Its unit.")

    _known: Known | None = PrivateAttr(default=None)

    @property
    def known(self) -> Known:
        """The number, knowing its pack, pointer and verification status."""
        # Read past pydantic's slow path to private attributes: solvers ask thousands of times.
        private = self.__pydantic_private__ or {}
        known: Known | None = private.get("_known")
        return Known(self.value, self._pointer, self.status) if known is None else known


class Pack(Model):
    """The head of every pack.

    `clauses` lets an edition cite an equation elsewhere than the equation's own card does:
    equation name to clause.
    """

    kind: PackKind
    ref: PackRef
    standard: ShortText = Field(description="The standard as it is cited, with its edition.")
    title: ShortText
    released: Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
    supersedes: PackRef | None = Field(default=None, description="The pack this one corrects.")
    note: LongText | None = None
    refs: list[ShortText] = Field(description="The documents and clauses the pack stands on.")
    sources: dict[ShortText, LongText] = Field(description="Where the numbers were taken from.")
    clauses: dict[ShortText, ShortText] = Field(default_factory=dict)


def bind(pack: Pack) -> None:
    """Tell every sourced part of a freshly loaded pack where it stands."""
    _bind(pack, f"{pack.kind}:")


def _bind(value: Any, where: str) -> None:
    if isinstance(value, Model):
        private = value.__pydantic_private__
        if isinstance(value, Sourced) and private is not None:
            private["_pointer"] = where
            if isinstance(value, Constant):
                private["_known"] = Known(value.value, where, value.status)
        for name in type(value).model_fields:
            _bind(getattr(value, name), f"{where}/{name}")
    elif isinstance(value, dict):
        for key, item in value.items():
            _bind(item, f"{where}/{key}")
    elif isinstance(value, list) and value and isinstance(value[0], Model):
        for number, item in enumerate(value):
            _bind(item, f"{where}/{number}")
