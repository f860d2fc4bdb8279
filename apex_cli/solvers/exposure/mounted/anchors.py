"""What the anchors of a sign at a building take, and whether what they may take is told."""

from collections.abc import Iterator, Sequence
from itertools import chain

from msgspec import Struct

from apex_cli.equations import Bare
from apex_cli.errors import Fault, InvalidInput
from apex_cli.packs.combinations import Combinations
from apex_cli.project.building import Anchors
from apex_cli.quantities import Known
from apex_cli.solvers.exposure.equations import fixings as eq
from apex_cli.solvers.exposure.mounted.result import AnchorRow
from apex_cli.solvers.limits import SAME, most

SHARED = (
    "Anchors share wind and shear equally and the weight's moment in proportion to their distance "
    "from the middle of the group: the cabinet is stiff, the group's middle is that of the face. "
    "Prying, and what anchors take where they are tightened, is not included."
)
NO_PRODUCT = (
    "No anchor product is claimed: what an anchor may take in its wall, at its edges and spacings, "
    "is the project's own number or not checked."
)


class Group(Struct, frozen=True):
    """A rectangular group of equal anchors.

    Args:
        anchors: As the project tells it.
        where: Where.
        name: What it is called in a check.
        rows: How many rows.
        columns: How many columns.
        count: How many anchors.
    """

    anchors: Anchors
    where: str
    name: str
    rows: Known
    columns: Known
    count: float


class Taken(Struct, frozen=True):
    """What one anchor takes, lbf: tension and shear from the wind and from the weight."""

    wind_tension: float
    dead_tension: float
    wind_shear: float
    dead_shear: float


def group_of(anchors: Anchors, where: str, name: str, trace: Bare) -> Group:
    """The group that the project tells at this place."""
    rows = Known(float(anchors.rows), f"{where}/rows")
    columns = Known(float(anchors.columns), f"{where}/columns")
    count = trace(eq.anchors_of_group, n_r=rows, n_c=columns)
    return Group(anchors, where, name, rows, columns, count)


def require_within(group: Group, width: float, height: float) -> None:
    """Refuse a group that is larger than the cabinet which it holds.

    Raises:
        InvalidInput: It is wider or higher.
    """
    told = group.anchors
    faults = [
        Fault(
            f"{group.where}/{name}_spacing_in",
            f"{count} {name}s take {(count - 1) * spacing / 12:g} ft of a cabinet that has "
            f"{size:g} ft",
            spacing,
        )
        for name, count, spacing, size in (
            ("row", told.rows, told.row_spacing_in, height),
            ("column", told.columns, told.column_spacing_in, width),
        )
        if count > 1 and spacing is not None and (count - 1) * spacing / 12 > size * (1 + SAME)
    ]
    if faults:
        raise InvalidInput.at(*faults)


def tension_of_rows(moment: float, group: Group, trace: Bare) -> float:
    """Tension of the uppermost row from a moment that tips out, by a group of several rows."""
    return trace(
        eq.dead_tension,
        M_D=moment,
        n_r=group.rows,
        n_c=group.columns,
        s_r=group.anchors.row_spacing_in,  # type: ignore[arg-type] # - told for several rows
    )


def anchored(
    group: Group,
    taken: Taken,
    combinations: Sequence[Combinations],
    *,
    tributary: tuple[float, float] | None,
    trace: Bare,
) -> AnchorRow:
    """What the anchor takes in the combinations, held against what it may take where that is told.

    Args:
        group: The group.
        taken: What one anchor takes.
        combinations: Of the wind with the dead load, and of the dead load alone.
        tributary: Area (ft2) and suction (psf) of one anchor, where they are its own.
        trace: Calls the equations.
    """
    subject = trace.subject
    found: dict[str, list[tuple[float, float]]] = {"strength": [], "asd": []}
    for row, f_D, f_W in chain.from_iterable(one.numbers for one in combinations):
        trace.subject = f"{subject}, {row.name}"
        tension = trace(
            eq.anchor_tension, f_W=f_W, T_W=taken.wind_tension, f_D=f_D, T_D=taken.dead_tension
        )
        if taken.wind_shear:
            shear = trace(
                eq.anchor_shear_across,
                f_W=f_W, V_W=taken.wind_shear, f_D=f_D, V_D=taken.dead_shear,
            )  # fmt: skip
        else:
            shear = trace(eq.anchor_shear, f_D=f_D, V_D=taken.dead_shear)
        found[row.level].append((tension, shear))
    trace.subject = subject
    _held(group, found, trace)
    (tension, shear), (asd_tension, asd_shear) = (
        (max(one[0] for one in found[level]), max(one[1] for one in found[level]))
        for level in ("strength", "asd")
    )
    area, suction = tributary or (None, None)
    return AnchorRow(
        round(group.count),
        area,
        suction,
        taken.wind_tension,
        taken.dead_tension,
        tension,
        shear,
        asd_tension,
        asd_shear,
    )


def _held(group: Group, found: dict[str, list[tuple[float, float]]], trace: Bare) -> None:
    """Hold what is taken against what may be taken, as far as that is told."""
    told = group.anchors
    if told.tension_lbf is None or told.shear_lbf is None or told.level is None:
        return
    rows, clause = found[told.level], f"the project's own capacity: {told.source}"
    for kind, at, capacity in (("tension", 0, told.tension_lbf), ("shear", 1, told.shear_lbf)):
        trace.hold(
            f"wall.anchor_{kind}",
            f"{group.name}: an anchor takes the {kind} of wind and weight.",
            demand=max(row[at] for row in rows),
            capacity=capacity,
            unit="lbf",
            clause=clause,
        )
    used = [
        trace(eq.used_together, T_1=tension, T_a=told.tension_lbf, V_1=shear, V_a=told.shear_lbf)
        for tension, shear in rows
    ]
    trace.assume(
        "Tension and shear of an anchor are held together on a straight line; what qualifies a "
        "product may allow more."
    )
    trace.hold(
        "wall.anchor_combined",
        f"{group.name}: an anchor takes tension and shear together.",
        demand=max(used),
        capacity=1.0,
        unit="1",
        clause="a straight line between both, of the project's own capacities",
    )


def worst(rows: Iterator[AnchorRow | None]) -> AnchorRow | None:
    """The group whose anchors take most: tension first, then shear."""
    found = [row for row in rows if row is not None]
    if not found:
        return None
    return most(found, lambda row: row.tension_lbf, lambda row: row.shear_lbf)
