"""Strength of a slab through one of its sections: reinforced, or plain."""

from collections.abc import Callable

from apex_cli.equations import Bare
from apex_cli.packs.concrete import ShearMethod
from apex_cli.solvers.support.block import depth_factor, reduction
from apex_cli.solvers.support.equations import slab_strength as eq
from apex_cli.solvers.support.slab.body import Body, Mat, Run
from apex_cli.solvers.support.slab.place import Place
from apex_cli.solvers.support.slab.press import Punch

SHORT = (
    "The slab sticks out no farther than the ends of its bars are covered: its concrete alone "
    "carries that little, less what 14.5.1.7 takes."
)


def flexure(mat: Mat, run: Run, body: Body, place: Place, trace: Bare) -> float:
    """Design flexural strength, kip-ft: of concrete alone where no bar reaches the section."""
    if run.f_s <= 0:
        trace.assume(SHORT)
        return plain_flexure(body, place.sides[1 - run.section.axis], trace)
    rules, area = body.pack.flexure, counted(run, place, trace)
    c_b = rules.block_stress.number
    a = trace(eq.slab_block, A_f=area, f_s=run.f_s, c_b=c_b, f_c=body.f_c, b_w=run.b_w)
    phi = _phi(mat, body, a, trace)
    return trace(eq.slab_flexure, phi=phi, A_f=area, f_s=run.f_s, d_s=mat.d, a=a)


def counted(run: Run, place: Place, trace: Bare) -> float:
    """Area of the bars that counts: of even ones in the short direction a share."""
    D_1, D_2 = place.sides
    if place.sides[run.section.axis] >= place.sides[1 - run.section.axis]:
        return run.A_s
    n_f = trace(eq.band_share, beta_s=trace(eq.side_ratio, D_1=D_1, D_2=D_2))
    return trace(eq.area_counted, n_f=n_f, A_s=run.A_s)


def _phi(mat: Mat, body: Body, a: float, trace: Bare) -> float:
    """The factor by the strain of the bars."""
    pack = body.pack
    beta_1 = depth_factor(body.f_c, pack, trace)
    eps_u = pack.flexure.ultimate_strain.number
    eps_t = trace(eq.slab_strain, eps_u=eps_u, beta_1=beta_1, d_s=mat.d, a=a)
    return reduction(eps_t, mat.f_y, pack, trace)


def required(mat: Mat, run: Run, body: Body, moment: float, trace: Bare) -> float | None:
    """Area of developed bars that a moment needs, in2; None where no area is enough."""
    rules = body.pack.flexure
    terms = {
        "c_b": rules.block_stress.number, "f_c": body.f_c, "b_w": run.b_w,
        "phi_t": rules.phi_tension.number,
    }  # fmt: skip
    most = terms["phi_t"] * terms["c_b"] * body.f_c * run.b_w * mat.d**2 / 24000
    if moment > most:
        return None
    return trace(eq.steel_required, f_y=mat.f_y, d_s=mat.d, M_z=moment, **terms)


def _by_root(mat: Mat, run: Run, body: Body, trace: Bare) -> float:
    return trace(
        eq.slab_shear, k_c=body.pack.shear.concrete.number, lambda_l=body.lambda_l, r_c=body.r_c,
        b_w=run.b_w, d_s=mat.d,
    )  # fmt: skip


def _by_ratio(mat: Mat, run: Run, body: Body, trace: Bare) -> float:
    rules = body.pack.size_effect
    assert rules is not None
    rho_w = trace(eq.slab_ratio, A_s=run.A_s, b_w=run.b_w, d_s=mat.d)
    return trace(
        eq.slab_shear_by_ratio, k_u=rules.untied.number, rho_w=rho_w, k_vx=rules.most.number,
        lambda_l=body.lambda_l, r_c=body.r_c, b_w=run.b_w, d_s=mat.d,
    )  # fmt: skip


ONE_WAY: dict[ShearMethod, Callable[[Mat, Run, Body, Bare], float]] = {
    "axial_2014": _by_root,
    "size_effect_2019": _by_ratio,
}
"""One-way shear that the concrete of a slab carries, lbf."""


def one_way(mat: Mat, run: Run, body: Body, trace: Bare) -> float:
    """Design strength in one-way shear, lbf."""
    V_c = ONE_WAY[body.pack.methods.shear](mat, run, body, trace)
    return trace(eq.slab_shear_design, phi_v=body.pack.shear.phi.number, V_c=V_c)


def two_way(body: Body, widths: tuple[float, float], at: Punch, trace: Bare) -> float:
    """Design stress of two-way shear, psi."""
    rules = body.pack.slab
    beta_k = trace(eq.column_ratio, c_1=widths[0], c_2=widths[1])
    return trace(
        eq.punching_strength, phi_v=body.pack.shear.phi.number, k_2=rules.punching.number,
        k_b=rules.punching_base.number, k_k=rules.punching_aspect.number, beta_k=beta_k,
        alpha_s=rules.punching_depth.number, d_s=at.d, b_o=at.b_o, lambda_l=body.lambda_l,
        r_c=body.r_c,
    )  # fmt: skip


def plain_depth(body: Body, trace: Bare) -> float:
    """Thickness of a plain slab that counts, in."""
    return trace(eq.plain_depth, h_t=body.h, h_0=body.pack.slab.plain_loss.number)


def plain_flexure(body: Body, width: float, trace: Bare) -> float:
    """Design flexural strength without bars, kip-ft; width of the slab across, ft."""
    rules, h_n = body.pack.plain, plain_depth(body, trace)
    S_p = trace(eq.plain_modulus, b_w=trace(eq.section_width, b_s=width), h_n=h_n)
    return trace(
        eq.plain_moment, phi_p=rules.phi.number, k_f=rules.flexure.number,
        lambda_l=body.lambda_l, r_c=body.r_c, S_p=S_p,
    )  # fmt: skip


def plain_one_way(body: Body, width: float, trace: Bare) -> float:
    """Design strength in one-way shear without bars, lbf."""
    rules, h_n = body.pack.plain, plain_depth(body, trace)
    return trace(
        eq.plain_one_way, phi_p=rules.phi.number, k_vp=rules.shear.number,
        lambda_l=body.lambda_l, r_c=body.r_c, b_w=trace(eq.section_width, b_s=width), h_n=h_n,
    )  # fmt: skip


def plain_two_way(body: Body, widths: tuple[float, float], trace: Bare) -> float:
    """Design stress of two-way shear without bars, psi."""
    rules = body.pack.plain
    beta_k = trace(eq.column_ratio, c_1=widths[0], c_2=widths[1])
    return trace(
        eq.plain_two_way, phi_p=rules.phi.number, beta_k=beta_k, k_vp=rules.shear.number,
        lambda_l=body.lambda_l, r_c=body.r_c,
    )  # fmt: skip
