"""Least steel, spacing and depth of a slab's bars, and of the concrete without them."""

from apex_cli.equations import Bare
from apex_cli.packs.model import Sourced
from apex_cli.solvers.limits import most
from apex_cli.solvers.support.equations import slab_bars as eq
from apex_cli.solvers.support.slab.body import Mat, Run, run_of
from apex_cli.solvers.support.slab.hold import Job
from apex_cli.solvers.support.slab.press import Section


def least(job: Job, mat: Mat, run: Run, trace: Bare) -> float:
    """Least area of the bars in one direction, in2."""
    rules = job.pack.slab
    low = mat.f_y < rules.grade.value
    rho_m = trace(
        eq.least_ratio, rho_0=(rules.least_steel_low if low else rules.least_steel).number,
        f_0=rules.grade.number, f_y=mat.f_y, rho_1=rules.least_steel_floor.number,
    )  # fmt: skip
    return trace(eq.least_area, rho_m=rho_m, b_w=run.b_w, h_t=job.body.h)


def hold_mat(job: Job, mat: Mat) -> None:
    """Hold the bars at the bottom against least steel, greatest spacing and least depth."""
    rules, trace = job.pack.slab, job.trace
    trace.subject = "slab"

    def run(axis: int, told: Bare) -> Run:
        section = Section(axis, rising=True, c=job.widths[axis])
        return run_of(mat, job.body, job.place, section, told)

    bare = Bare()
    runs = [run(axis, bare) for axis in (0, 1)]
    axis = most((0, 1), lambda one: least(job, mat, runs[one], bare) / runs[one].A_s)
    given = run(axis, trace)
    _hold(
        job, "slab.minimum_steel", "The slab has its least steel at the bottom in each direction.",
        (least(job, mat, given, trace), given.A_s), unit="in2", rule=rules.least_steel,
    )  # fmt: skip
    widest = trace(
        eq.greatest_spacing, k_h=rules.spacing.number, h_t=job.body.h,
        s_m=rules.spacing_most.number,
    )  # fmt: skip
    _hold(
        job, "slab.minimum_steel", "The bars of the slab stand close enough.",
        (mat.spacing, widest), unit="in", rule=rules.spacing,
    )  # fmt: skip
    _hold(
        job, "slab.minimum_steel", "The bars at the bottom lie deep enough.",
        (rules.least_depth.value, mat.d), unit="in", rule=rules.least_depth,
    )  # fmt: skip


def hold_plain(job: Job) -> None:
    """Hold a plain slab against its least thickness."""
    rule = job.pack.slab.plain_thickness
    _hold(
        job, "slab.minimum_steel", "The slab is thick enough to be plain.",
        (rule.value, job.body.h), unit="in", rule=rule,
    )  # fmt: skip


def hold_concrete(job: Job) -> None:
    """Hold the strength of the concrete against the least that is allowed."""
    rule = job.pack.material.least_strength
    _hold(
        job, "slab.minimum_steel", "The concrete is strong enough for a foundation.",
        (rule.value, job.body.f_c), unit="psi", rule=rule,
    )  # fmt: skip


def _hold(
    job: Job, name: str, what: str, sides: tuple[float, float], *, unit: str, rule: Sourced
) -> None:
    """Hold a demand against a capacity, `sides`."""
    demand, capacity = sides
    clause = job.pack.citations.cited(rule.clause)
    job.trace.hold(name, what, demand=demand, capacity=capacity, unit=unit, clause=clause)
