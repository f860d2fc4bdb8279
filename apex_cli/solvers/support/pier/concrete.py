"""The concrete of a pier, as its strength is counted."""

from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.packs.concrete import ConcretePack
from apex_cli.project.support import PierSteel
from apex_cli.solvers.support.equations import pier_bars, pier_shear


class Concrete(NamedTuple):
    """Concrete of a pier: width (in), f'c (psi), the root of f'c that counts (psi), lambda."""

    w_c: float
    f_c: float
    r_c: float
    lambda_l: float


def concrete_of(pier: PierSteel, width: float, pack: ConcretePack, trace: Bare) -> Concrete:
    """The concrete of a pier of this width, ft."""
    rules = pack.material
    w_c = trace(pier_bars.width_in_inches, w_p=width)
    r_c = trace(pier_shear.root_of_strength, f_c=pier.fc_psi, r_lim=rules.root_limit.number)
    return Concrete(w_c, pier.fc_psi, r_c, rules.lightweight.number)
