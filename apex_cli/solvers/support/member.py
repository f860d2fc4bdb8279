"""A tube of a steel and a length, as the strengths of a chapter look at it."""

from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.packs.support import SupportPack
from apex_cli.quantities import Known
from apex_cli.solvers.support.material import Steel
from apex_cli.solvers.support.tube import Tube


class Member(NamedTuple):
    """What the strengths of a tube depend on.

    Args:
        tube: Its cross-section.
        steel: Its material.
        pack: The edition in use.
        length: Effective, unbraced and twisted length, and from the greatest shear to none, ft.
        trace: Calls the equations.
    """

    tube: Tube
    steel: Steel
    pack: SupportPack
    length: float
    trace: Bare

    @property
    def modulus(self) -> Known:
        """Modulus of elasticity, ksi."""
        return self.pack.elastic_modulus.number


class Nominal(NamedTuple):
    """A nominal strength, and the limit state that it comes from."""

    value: float
    state: str


def least(found: list[Nominal]) -> Nominal:
    """The lowest of several; the first of equals."""
    return min(found, key=lambda one: one.value)
