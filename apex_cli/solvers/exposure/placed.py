"""A sign and where it is: what the solver of each mounting is given."""

from typing import TYPE_CHECKING

from msgspec import Struct

from apex_cli.errors import Fault, InvalidInput
from apex_cli.packs.exposure import ExposurePack
from apex_cli.project.building import Building
from apex_cli.project.sign import Sign
from apex_cli.solvers.exposure.inputs import BUILDING_NEEDED, ExposureInputs
from apex_cli.solvers.exposure.velocity_pressure import VelocityPressures
from apex_cli.solvers.exposure.wind import Source

if TYPE_CHECKING:
    from apex_cli.packs.building import BuildingPack
    from apex_cli.packs.sections import SectionsPack


class Placed(Struct, frozen=True):
    """A sign at its place.

    Args:
        inputs: What the wind calculation sees of the project.
        sign: The sign.
        pressures: Velocity pressures at the site.
        pack: The wind standard.
        sections: Has the sections that the poles name.
        building_pack: What the standard says of signs at buildings; None for one on the ground.
        wind: The wind of the site, for the figures of freestanding signs.
    """

    inputs: ExposureInputs
    sign: Sign
    pressures: VelocityPressures
    pack: ExposurePack
    sections: "SectionsPack | None"
    building_pack: "BuildingPack | None"
    wind: Source

    def at_building(self) -> tuple[Building, "BuildingPack", dict[str, str]]:
        """The building, what the standard says of it, and where both packs have equations.

        Raises:
            InvalidInput: One is missing, or the packs are of different editions.
        """
        building, pack = self.sign.building, self.building_pack
        if building is None or pack is None:
            where = "/packs/building" if building else "/sign/building"
            raise InvalidInput.at(
                Fault(where, "is needed by a sign at a building",
                      hint=BUILDING_NEEDED[self.sign.mounting].get(where, ""))
            )  # fmt: skip
        if pack.standard != self.pack.standard:
            raise InvalidInput.at(
                Fault("/packs/building", f"is by {pack.standard}, and the wind by "
                      f"{self.pack.standard}", pack.ref, "take both of one edition")
            )  # fmt: skip
        return building, pack, {**self.pack.clauses, **pack.clauses}
