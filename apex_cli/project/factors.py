"""The factors of a method for foundations, where a project has them from a book or an annex."""

from typing import Annotated

from msgspec import Meta

from apex_cli.records.fields import field
from apex_cli.records.model import Model
from apex_cli.vocabulary import ShortText


class PartialFactors(Model):
    """Partial factors of EN 1997-1, as a national annex has them."""

    permanent: Annotated[float, Meta(ge=0.5, le=3)] = field(
        description="On permanent actions that are unfavourable."
    )
    permanent_favourable: Annotated[float, Meta(ge=0.5, le=3)] = field(
        description="On permanent actions that are favourable."
    )
    variable: Annotated[float, Meta(ge=0.5, le=3)] = field(description="On the wind.")
    friction: Annotated[float, Meta(ge=0.5, le=3)] = field(description="On tan phi'.")
    cohesion: Annotated[float, Meta(ge=0.5, le=3)] = field(description="On c'.")
    undrained: Annotated[float, Meta(ge=0.5, le=3)] = field(description="On c_u.")
    bearing: Annotated[float, Meta(ge=0.5, le=3)] = field(
        description="On the resistance of the ground to bearing."
    )
    sliding: Annotated[float, Meta(ge=0.5, le=3)] = field(description="On that to sliding.")
    source: ShortText | None = field(default=None, description="The annex they come from.")


class Planting(Model):
    """The factors of a planted post, as the standard and the annex of the project have them."""

    wind_factor: Annotated[float, Meta(ge=1, le=3)] = field(
        description="Partial factor on the characteristic wind."
    )
    model_factor: Annotated[float, Meta(ge=1, le=3)] = field(
        description="Model factor, over which the resistance of the ground counts."
    )
    source: ShortText | None = field(default=None, description="Where the factors come from.")


class BromsFactors(Model):
    """The factors of Broms' method, as they were read."""

    overload: Annotated[float, Meta(ge=1, le=5)] = field(
        description="Overload factor, by which the load counts."
    )
    undercapacity: Annotated[float, Meta(ge=0.2, le=1)] = field(
        description="Undercapacity factor, which reduces what the ground resists."
    )
    source: ShortText = field(description="Where they were read: document, edition, clause.")
