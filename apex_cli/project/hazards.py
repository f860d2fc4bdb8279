"""What loads a site beside the wind: earthquake and ice."""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from apex_cli.records.fields import Place, field, refuse
from apex_cli.records.model import Model
from apex_cli.vocabulary import ShortText

_G = Annotated[float, Meta(ge=0, le=10)]


class Seismic(Model):
    """The earthquake of the site, with which the wind at grade is compared (ASCE 7 12.8, 15.4)."""

    sds: _G | None = field(
        default=None, description="SDS, design spectral acceleration at short periods, g."
    )
    s1: _G = field(description="S1, mapped spectral acceleration at 1 s, g.")
    sd1: _G | None = field(
        default=None,
        description="SD1, design spectral acceleration at 1 s, g; absent: no cut for the period.",
    )
    ss: _G | None = field(
        default=None, description="SS, mapped spectral acceleration at short periods, with fa."
    )
    fa: Annotated[float, Meta(ge=0.1, le=10)] | None = field(
        default=None, description="Fa, site coefficient: SDS = 2/3 Fa SS, instead of sds."
    )
    fv: Annotated[float, Meta(ge=0.1, le=10)] | None = field(
        default=None, description="Fv, site coefficient: SD1 = 2/3 Fv S1, instead of sd1."
    )
    tl_s: Annotated[float, Meta(ge=0.1, le=60)] | None = field(
        default=None, description="TL, long-period transition, s; absent: none is counted on."
    )
    period_s: Annotated[float, Meta(ge=0.001, le=60)] | None = field(
        default=None, description="Fundamental period T, s; absent: estimated where it can be."
    )
    approximate_period: bool = field(
        default=False,
        description="Whether Ta = 0.02 hn^0.75 stands for a period that is not known.",
    )
    importance: Annotated[float, Meta(ge=1, le=2)] | None = field(
        default=None, description="Ie; absent: that of the risk category."
    )
    response_modification: Annotated[float, Meta(ge=1, le=8)] | None = field(
        default=None, description="R; absent: that of signs and billboards."
    )
    source: ShortText | None = field(
        default=None, description="Where the accelerations come from: tool, date, site class."
    )

    def consistent(self) -> None:
        """Each acceleration has one source."""
        refuse(self._faults())

    def _faults(self) -> Iterator[tuple[Place, str]]:
        if self.sds is None and (self.ss is None or self.fa is None):
            yield ("sds",), "is missing: give sds, or ss and fa"
        elif self.sds is not None:
            for name in ("ss", "fa"):
                if getattr(self, name) is not None:
                    yield (name,), "is held by sds: leave it out beside it"
        if self.sd1 is not None and self.fv is not None:
            yield ("fv",), "is held by sd1: leave it out beside it"


class Ice(Model):
    """Ice from freezing rain, as weight (ASCE 7 10.4)."""

    thickness_in: Annotated[float, Meta(ge=0, le=12)] = field(
        description="Design thickness td at the sign's height, in: factors of risk, height and "
        "hill in it."
    )
    density_pcf: Annotated[float, Meta(ge=10, le=62.4)] | None = field(
        default=None, description="Density of the ice, pcf; absent: the pack's."
    )
    source: ShortText | None = field(
        default=None, description="Where the thickness comes from: map, tool, date."
    )
