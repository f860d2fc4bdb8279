"""Doors for texts: quantities, settings, axes, tables, sticks. They cost little."""

import copy
import io

from apex_cli.audit.names import require_known
from apex_cli.batch.axes import axis, grid
from apex_cli.batch.rows import rows
from apex_cli.canonical import canonical
from apex_cli.material.stock import given_sticks
from apex_cli.packs.sections import SectionsPack
from apex_cli.project.document import document_of
from apex_cli.project.edit import apply, assignment
from apex_cli.project.templates import template
from apex_cli.units.text import quantity
from tests.fuzz.documents import one_of
from tests.fuzz.seeds import catalogue, projects

QUANTITIES = tuple(one.encode() for one in (
    "10'-6\"\0ft", "10 ft 6 in\0in", "3.2 m\0ft", "115 mph\0mph", "51 m/s\0mph", "2 kPa\0psf",
    "4 ksf\0psf", "1 1/2 in\0in", "7\0lbf", "1e3 ft\0in", "12 in\0ft", "150 lbf/ft2\0psf",
    "1/3 ft\0ft", "5′ 3½″\0ft", "0.5 kip-ft\0lbf-ft", "36 ksi\0psi", "30 deg\0deg",
))  # fmt: skip
UNITS = ("ft", "in", "mph", "psf", "psi", "lbf", "psf/ft", "deg", "Hz", "ksi", "ft2", "lbf-ft")

SETTINGS = (
    b"site.wind_speed_mph=130", b"sign.elements.0.width_ft=12", b"site.exposure=C",
    b"packs.footing=v1", b"/sign/elements/0/name=a b", b"footing.width_ft=10'-6\"",
    b'pricing.addons=["calc_packet"]', b"site.heights_ft.2=45", b"sign.elements.1=null",
    b"loads=null", b'soil={"class": 4}',
)  # fmt: skip

AXES = (
    b"footing.width_ft=2.5:5:0.5", b"site.exposure=B,C\0site.kzt=1:1.5:0.1",
    b"site.wind_speed_mph=100 mph:120 mph:5 mph\0site.exposure=B,C\0site.kzt=1,2",
    b"sign.elements.0.width_ft=3 ft,4 ft,12 in", b"footing.depth_ft=null,4",
)  # fmt: skip

STICKS = (b"pipe=21", b"hss=20,40", b"HSS10.750x0.365=48", b"PIPE10STD=24\0pipe=21,42")

TABLE = (
    b"project_id,name,site.wind_speed_mph,site.exposure,sign.elements.0.width_ft\n"
    b'a,"A ""b"", c",115,C,12\nb,=1+1,120 mph,B,"10\'-6"""\nc,,,,\n'
)


def _text(data: bytes) -> str:
    """As an argument comes: what is no UTF-8 is half surrogates."""
    return data.decode("utf-8", "surrogateescape")


def _several(data: bytes) -> tuple[str, ...]:
    return tuple(map(_text, data.split(b"\0")))


def read_quantity(data: bytes) -> None:
    text, _, unit = _text(data).rpartition("\0")
    quantity(text, unit if unit in UNITS else one_of(data, UNITS))


def set_it(data: bytes) -> None:
    change, old = assignment(_text(data)), one_of(data, projects())
    new = apply(copy.deepcopy(old), [change])
    require_known(old, new, catalogue())
    canonical(new)


def vary(data: bytes) -> None:
    grid(tuple(map(axis, _several(data))))


def buy(data: bytes) -> None:
    pack, _ = catalogue().load("sections", "us_v1")
    assert isinstance(pack, SectionsPack)
    given_sticks(_several(data), [pack])


def read_table(data: bytes) -> None:
    for item in rows("t.csv", io.BytesIO(data), template("pole")):
        if item.error is None:
            document_of("row", item.data, "json")
