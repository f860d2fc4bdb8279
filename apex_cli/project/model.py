"""The project file: one calculation's inputs with an identity, a state and a seal."""

from typing import Annotated, Literal

from msgspec import Meta

from apex_cli.project.accepted import Accepted, faults
from apex_cli.project.foundation import Footing, Loads, Soil
from apex_cli.project.given import Local
from apex_cli.project.pricing import Pricing
from apex_cli.project.revision import Revision
from apex_cli.project.sign import Gust, Sign
from apex_cli.project.site import Site
from apex_cli.project.support import Support
from apex_cli.records.fields import Number, Place, field, refuse, whole
from apex_cli.records.model import Model
from apex_cli.vocabulary import LongText, PackKind, PackRef, Sha256, ShortText

SCHEMA_VERSION = 1
PROJECT_ID_PATTERN = r"^[a-z0-9][a-z0-9-]{0,63}$"

Status = Literal["draft", "estimating", "submitted", "accepted", "rejected"]


LOADS_BESIDE_SIGN = "the sign's wind is the load; a loads block beside it would take its place"
"""What is wrong with a project that has both, and does not say which."""


class Inputs(Model):
    """What calculations read. Each asks for the blocks it needs; the others may be absent."""

    site: Site | None = None
    local: Local | None = field(
        default=None, description="What a local ordinance asks for beyond the code."
    )
    sign: Sign | None = None
    gust: Gust | None = None
    kz_method: Literal["formula", "table"] | None = field(
        default=None, description="Kz by the formula, or by the printed table where a pack has one."
    )
    soil: Soil | None = None
    loads: Loads | None = None
    footing: Footing | None = None
    support: Support | None = None
    pricing: Pricing | None = None
    accepted: Annotated[list[Accepted], Meta(max_length=100)] | None = field(
        default=None, description="Warnings that an engineer has dealt with."
    )

    def consistent(self) -> None:
        """What the foundation carries has one source, and what is accepted is a warning."""
        found: list[tuple[Place, str]] = []
        if self.sign is not None and self.loads is not None and not self.loads.replaces_wind:
            found.append((("loads",), LOADS_BESIDE_SIGN))
        if self.accepted:
            found += ((("accepted", *place), detail) for place, detail in faults(self.accepted))
        refuse(found)


class PackRefs(Model):
    """Which pack each calculation uses."""

    exposure: PackRef | None = field(default=None, description="The wind: asce7-22_v1.")
    building: PackRef | None = field(
        default=None, description="The wind on signs at buildings: asce7-22_v1."
    )
    footing: PackRef | None = field(default=None, description="The footing: ibc-2021_v1.")
    sections: PackRef | None = field(default=None, description="The poles' sections: us_v1.")
    support: PackRef | None = field(default=None, description="The steel: aisc360-22_v1.")
    concrete: PackRef | None = field(
        default=None, description="The concrete of piers and slabs: aci318-19_v1."
    )
    pricing: PackRef | None = field(default=None, description="The price book: v1.")


class LockedPack(Model):
    """A pack as it was when the project was locked."""

    ref: PackRef = field(description="Its reference.")
    sha256: Sha256 = field(description="Digest of its bytes.")


class Lock(Model):
    """Packs and answers that were locked, by their digests."""

    packs: dict[PackKind, LockedPack]
    results: dict[Literal["exposure", "footing", "support", "pricing", "all"], Sha256] = field(
        description="Digest of each answer."
    )
    headline: dict[Annotated[str, Meta(min_length=1, max_length=60)], Number] | None = field(
        default=None, description="Headline numbers of the answers, so that a move can be told."
    )


class Project(Inputs):
    """A project file."""

    json_schema: str | None = field(
        default=None, alias="$schema", description="For editors: the address of the JSON Schema."
    )
    schema_version: Literal[1] = field(description="Version of this file format.")
    project_id: Annotated[str, Meta(pattern=whole(PROJECT_ID_PATTERN))] | None = field(
        default=None, description="Small letters, digits and hyphens."
    )
    name: ShortText | None = field(default=None, description="What the project is called.")
    customer: ShortText | None = field(default=None, description="For whom it is.")
    description: LongText | None = field(default=None, description="What it is about.")
    site_name: ShortText | None = field(default=None, description="What the site is called.")
    street: ShortText | None = field(default=None, description="Where the site is.")
    permit_number: ShortText | None = field(
        default=None, description="Number of the permit or plan check, as the department gives it."
    )
    revisions: Annotated[list[Revision], Meta(max_length=100)] | None = field(
        default=None, description="Revisions of what was filed, oldest first."
    )
    status: Status = field(default="draft", description="Set by apex project status.")
    packs: PackRefs = PackRefs()
    lock: Lock | None = None
    revision: Annotated[int, Meta(ge=0, le=2**53 - 1)] | None = field(
        default=None, description="Raised by every write."
    )
    updated_at: (
        Annotated[str, Meta(pattern=whole(r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$"))]
        | None
    ) = field(default=None, description="Stamped by every write.")
    etag: Annotated[str, Meta(max_length=200)] | None = field(
        default=None, description="Seal of every write."
    )
