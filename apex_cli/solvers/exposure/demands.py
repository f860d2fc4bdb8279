"""From the wind's answer to what each foundation must carry."""

from collections.abc import Iterator

from apex_cli.quantities import Known
from apex_cli.solvers.demand import Demand, Gust, Push
from apex_cli.solvers.exposure.result import Asd, ElementWind, ExposureResult

_TORSION = "result:/exposure/asd/largest_torsion_kipft"


def demands(result: ExposureResult) -> tuple[Demand, ...]:
    """Loads at each foundation, allowable-stress level: one, or one for each of several poles.

    The lateral load is the largest of any case, at the height that gives the largest moment of
    D + 0.6W with the moment of an offset dead load.

    >>> demands(ExposureResult(**dict.fromkeys(ExposureResult.__slots__)))
    ()
    """
    if result.base is None or result.asd is None:
        return ()
    hangs = abs(result.base.dead_moment_kipft) / result.asd.moment_kipft
    if result.per_pole:
        return tuple(
            Demand(
                row.asd.largest_shear_lbf,
                row.asd.load_height_ft,
                row.axial_lbf,
                0.0,
                name=row.name,
                hangs=hangs,
                directions=_directions(row.asd, f"per_pole/{place}/asd", 0.0),
                dry_lbf=row.dry_axial_lbf,
            )
            for place, row in enumerate(result.per_pole)
        )
    across = result.base.direction == "front"  # along the sign both moments lie in one plane
    return (
        Demand(
            result.asd.largest_shear_lbf,
            result.asd.load_height_ft,
            result.base.dead_load_lbf,
            _in_pound_feet(result.asd.largest_torsion_kipft),
            sustained_kipft=result.base.dead_moment_kipft if across else 0.0,
            hangs=hangs,
            wind_kipft=result.asd.moment_kipft if across else 0.0,
            gusts=tuple(_gusts(result.elements)),
            omega=result.asd.factor,
            directions=_directions(result.asd, "asd", result.base.dead_moment_kipft),
            dry_lbf=result.base.dry_load_lbf,
        ),
    )


def _directions(asd: Asd, where: str, dead: float) -> tuple[Push, Push] | None:
    """Either direction by itself; what stands in no step is known from the result."""
    if not asd.directions:
        return None
    front, side = asd.directions
    V, h, M = side.shear_lbf, side.load_height_ft, side.moment_kipft
    if isinstance(asd.largest_shear_lbf, Known) and not isinstance(V, Known):  # the front has all
        V, h, M = (
            Known(value, f"result:/exposure/{where}/directions/1/{name}")
            for value, name in ((V, "shear_lbf"), (h, "load_height_ft"), (M, "moment_kipft"))
        )
        faces = Push(asd.largest_shear_lbf, asd.load_height_ft, dead, asd.moment_kipft)
    else:
        faces = Push(front.shear_lbf, front.load_height_ft, dead, front.moment_kipft)
    return faces, Push(V, h, 0.0, M)


def _gusts(elements: list[ElementWind]) -> Iterator[Gust]:
    """The wind on each face from the front, and where the face stands."""
    for wind in elements:
        if wind.offset_ft is None or wind.width_ft is None:
            continue
        left = wind.offset_ft - wind.width_ft / 2
        regions = tuple((one.from_ft, one.to_ft, one.force_lbf) for one in wind.case_c)
        yield Gust(wind.force_lbf, wind.centroid_ft, left, left + wind.width_ft, regions)


def _in_pound_feet(torsion: float) -> float:
    """Kip-feet as pound-feet; a step that gave them gave another number."""
    value = 1000 * torsion
    return Known(value, _TORSION) if isinstance(torsion, Known) else value
