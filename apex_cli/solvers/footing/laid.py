"""The slab of a spread footing as it is built, for what is calculated after it."""

from apex_cli.equations import Bare
from apex_cli.solvers.buried import Laid, Standing
from apex_cli.solvers.footing import volume_equations as volumes
from apex_cli.solvers.footing.result import StemPart
from apex_cli.solvers.footing.spread_case import Site, Size
from apex_cli.solvers.footing.weights import area_of


def laid_of(site: Site, size: Size, stem: StemPart | None) -> Laid:
    """The slab; where the wind may turn, its shorter side first, as it was held."""
    bare, materials = Bare(), site.pack.materials
    swapped = site.turning and size.B > size.L
    if swapped:
        size = Size(size.L, size.B)
    given, usual = site.soil.unit_weight, materials.soil_unit_weight.number
    lift = 0.0
    if site.water is not None and site.water < site.depth:
        lift = volumes.buoyancy(
            gamma_w=materials.water_unit_weight.number, A_i=1.0, d_i=site.depth,
            z_w=site.water, t=site.t if given is None else site.depth,
        )  # fmt: skip
    standing = None
    if site.stem is not None and stem is not None:
        area = area_of(site.stem, site.shape, size, bare)
        width, length = (stem.width_ft, stem.length_ft)[:: -1 if swapped else 1]
        standing = Standing(
            "round" if stem.shape == "round" else "rectangle", width, length, area,
            materials.concrete_unit_weight.value * area * site.rise,
        )  # fmt: skip
    return Laid(
        sides=(size.B, size.L),
        thickness=site.t,
        depth=site.depth,
        round=site.shape == "round",
        turning=site.turning,
        concrete=materials.concrete_unit_weight.number,
        soil=site.rise * (usual if given is None else given),
        sure=0.0 if given is None else site.rise * given,
        lift=lift,
        stem=standing,
        swapped=swapped,
    )
