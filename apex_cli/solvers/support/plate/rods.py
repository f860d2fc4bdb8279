"""The rods as AISC 360 has them: what they carry, and whether they can."""

from collections.abc import Sequence
from typing import NamedTuple

from apex_cli.equations import Bare
from apex_cli.errors import Fault, InvalidInput
from apex_cli.packs.support import ThreadMethod
from apex_cli.project.support import Rods
from apex_cli.quantities import Known
from apex_cli.solvers.support.equations import rod_strength as strong
from apex_cli.solvers.support.equations import rods as eq
from apex_cli.solvers.support.foot import Reaction
from apex_cli.solvers.support.plate.job import Foot, Governing, Held, hold_governing

RODS = "/support/base/rods"


class Rod(NamedTuple):
    """The rods, each like the others.

    Args:
        number: How many.
        diameter: in.
        circle: Circle on which they stand, in.
        embedment: From the top of the concrete to the bearing of the head, in.
        nut: Width of the nut across its flats, in.
        edge: Least edge distance in the plate, in.
        A_r: Area, in2.
        A_se: Area at the thread, in2.
        A_brg: Area with which the head bears, in2.
        d_n: Diameter at the thread, in.
        F_y: Yield strength, ksi.
        F_u: Tensile strength, ksi.
    """

    number: float
    diameter: float
    circle: float
    embedment: float
    nut: float
    edge: float
    A_r: float
    A_se: float
    A_brg: float
    d_n: float
    F_y: float
    F_u: float


def rod_of(rods: Rods, foot: Foot, trace: Bare) -> Rod:
    """The rods.

    Raises:
        InvalidInput: There are no rods of this diameter.
    """
    table = foot.pack.rods.sizes
    size = table.size(rods.diameter_in)
    if size is None:
        known = ", ".join(f"{one:g}" for one in table.diameters)
        where, hint = f"{RODS}/diameter_in", f"choose of {known}"
        raise InvalidInput.at(Fault(where, "there is no such rod", rods.diameter_in, hint))
    steel = foot.pack.rods.steel(rods.grade)
    d_r, n_th = size.diameter, size.threads
    trace.subject = "rods"
    return Rod(
        trace.known(rods.count, f"{RODS}/count"),
        d_r,
        rods.circle_in,
        rods.embedment_in,
        size.nut,
        size.edge,
        trace(eq.rod_area, d_r=d_r),
        trace(eq.stress_area, d_r=d_r, n_th=n_th),
        trace(eq.bearing_area, F_h=size.nut, d_r=d_r),
        trace(eq.thread_diameter, d_r=d_r, n_th=n_th),
        steel.yield_strength.number,
        steel.tensile_strength.number,
    )


def moment_force(rod: Rod, one: Reaction, trace: Bare) -> float:
    """Force of the worst rod by the moment alone, kip."""
    return trace(eq.moment_force, M_e=one.moment, n_r=rod.number, D_r=rod.circle)


def tension(rod: Rod, one: Reaction, trace: Bare) -> float:
    """Tension of the worst rod, kip."""
    T_m = moment_force(rod, one, trace)
    return trace(eq.rod_tension, T_m=T_m, P_e=one.axial, n_r=rod.number)


def shear(rod: Rod, one: Reaction, trace: Bare) -> float:
    """Shear of the worst rod, kip."""
    return trace(
        eq.rod_shear, V_e=one.shear, n_r=rod.number, T_e=one.torsion, D_r=rod.circle
    )  # fmt: skip


class Strengths(NamedTuple):
    """What a rod may carry, kip, and its nominal strength in tension on its whole area."""

    tension: float
    shear: float
    nominal: float


def _tension_of(method: ThreadMethod, rod: Rod, k_nt: Known, trace: Bare) -> float:
    if method == "nominal_area":
        return trace(strong.nominal_tension, k_nt=k_nt, F_ur=rod.F_u, A_r=rod.A_r)
    return trace(
        strong.nominal_or_thread_tension, k_nt=k_nt, F_ur=rod.F_u, A_r=rod.A_r, A_se=rod.A_se
    )


def strengths_of(foot: Foot, rod: Rod, trace: Bare) -> Strengths:
    """Strength of a rod in tension and in shear, its threads in the plane of shear."""
    threads, factor = foot.pack.threads, foot.pack.resistances.threads
    R_nt = _tension_of(foot.pack.methods.threads, rod, threads.tension.number, trace)
    whole = R_nt
    if foot.pack.methods.threads != "nominal_area":
        whole = _tension_of("nominal_area", rod, threads.tension.number, trace)
    R_v = trace(
        strong.nominal_rod_shear, k_nv=threads.shear_included.number, F_ur=rod.F_u, A_r=rod.A_r
    )
    return Strengths(
        foot.available(
            strong.design_rod_tension, strong.allowable_rod_tension, factor, trace, R_nt=R_nt
        ),
        foot.available(strong.design_rod_shear, strong.allowable_rod_shear, factor, trace, R_v=R_v),
        whole,
    )


class Used(NamedTuple):
    """How far the rods are used: the check, what it follows, and the combination."""

    check: str
    standard: str
    worst: Governing

    @property
    def words(self) -> str:
        """What governs."""
        return f"{self.check}, {self.standard}, {self.worst.reaction.name}"


def hold_rods(
    foot: Foot, rod: Rod, s: Strengths, reactions: Sequence[Reaction], trace: Bare
) -> list[Used]:
    """Hold the rods in tension, in shear and in both."""

    def pulled(one: Reaction, to: Bare) -> Held:
        return Held(tension(rod, one, to), s.tension)

    def sheared(one: Reaction, to: Bare) -> Held:
        return Held(shear(rod, one, to), s.shear)

    def both(one: Reaction, to: Bare) -> Held:
        Q_r = shear(rod, one, to)
        R_x = to(strong.combined_tension, R_nt=s.nominal, Q_r=Q_r, R_vc=s.shear)
        factor = foot.pack.resistances.threads
        R_xc = foot.available(
            strong.design_combined, strong.allowable_combined, factor, to, R_x=R_x
        )
        return Held(tension(rod, one, to), min(R_xc, s.tension))

    checks = (
        ("rod.tension", "The rods hold in tension", "J3.6", pulled),
        ("rod.shear", "The rods hold in shear, threads in its plane", "J3.6", sheared),
        ("rod.combined", "The rods hold in tension beside shear", "J3.7", both),
    )
    found = []
    for check, words, clause, of in checks:
        worst = hold_governing(
            check, words, reactions, of, trace, subject="rods",
            clause=foot.pack.citations.cited(clause),
        )  # fmt: skip
        found.append(Used(check, foot.pack.standard, worst))
    trace.subject = ""
    return found


def hold_standoff(
    foot: Foot, rod: Rod, s: Strengths, reactions: Sequence[Reaction], trace: Bare, *, gap: float
) -> Used:
    """Hold the rods where they bend over the gap below the plate."""
    pack = foot.pack
    trace.subject = "rods"
    M_rn = trace(
        strong.nominal_rod_moment, k_rb=pack.rods.bending.number, F_yr=rod.F_y, d_n=rod.d_n
    )
    M_rc = foot.available(
        strong.design_rod_moment, strong.allowable_rod_moment, pack.resistances.flexure, trace,
        suffix="_b", M_rn=M_rn,
    )  # fmt: skip
    R_cc = foot.available(
        strong.design_rod_compression, strong.allowable_rod_compression,
        pack.resistances.compression, trace, suffix="_c", F_yr=rod.F_y, A_se=rod.A_se,
    )  # fmt: skip

    def bent(one: Reaction, to: Bare) -> Held:
        T_m = moment_force(rod, one, to)
        N_r = to(eq.rod_tension, T_m=T_m, P_e=one.axial, n_r=rod.number)
        C_r = to(eq.rod_compression, T_m=T_m, P_e=one.axial, n_r=rod.number)
        M_rb = to(eq.rod_moment, Q_r=shear(rod, one, to), g=gap)
        return Held(
            to(strong.bent_rod, N_r=N_r, R_tc=s.tension, C_r=C_r, R_cc=R_cc, M_rb=M_rb, M_rc=M_rc),
            1.0,
        )

    worst = hold_governing(
        "rod.standoff", "The rods bend over the gap below the plate", reactions, bent, trace,
        subject="rods", unit="1", clause=pack.citations.cited("F11, H1"),
    )  # fmt: skip
    trace.subject = ""
    return Used("rod.standoff", pack.standard, worst)
