"""From the bytes of a pack to its model."""

from importlib import import_module

from apex_cli.errors import Fault, PackError, and_more
from apex_cli.packs.model import Pack, bind
from apex_cli.records.model import Faulty
from apex_cli.vocabulary import PackKind
from apex_cli.yaml_reader import Located, parse

OWN = {
    ("exposure", "en1991-1-4"): ("eurocode_wind", "EurocodeWindPack"),
    ("footing", "en1997-1"): ("eurocode_footing", "EurocodeFootingPack"),
    ("footing", "planted-post"): ("planted_posts", "PlantedPostPack"),
}
"""The methods whose packs have a model of their own: its module and its name."""


def model_of(kind: PackKind, method: object = None) -> type[Pack]:
    """The model of a kind of pack, imported only when such a pack is read.

    Args:
        kind: The kind.
        method: What the pack calls its method; most methods share the model of their kind.
    """
    own = OWN.get((kind, method)) if isinstance(method, str) else None
    module, name = own or (kind, f"{kind.title()}Pack")
    found: type[Pack] = getattr(import_module(f"apex_cli.packs.{module}"), name)
    return found


def load(data: bytes, name: str, kind: PackKind, ref: str) -> Pack:
    """The validated pack in these bytes.

    Args:
        data: The file's bytes.
        name: What to call the file in an error.
        kind: The kind that the file's name promises.
        ref: The reference that the file's name promises.

    Raises:
        PackError: With one fault for each place that is wrong, its line beside it.
    """
    located = parse(data, name)
    try:
        value = located.value
        method = value.get("method") if isinstance(value, dict) else None
        pack = model_of(kind, method).read(value)
    except Faulty as error:
        faults = [_with_line(fault, located) for fault in error.faults]
        raise PackError(
            f"{name}: {faults[0].pointer or '/'}: {faults[0].detail}{and_more(faults)}",
            faults=faults,
            hint=faults[0].hint,
        ) from error
    if (pack.kind, pack.ref) != (kind, ref):
        raise PackError(f"{name} says of itself that it is {pack.kind}_{pack.ref}")
    bind(pack)
    return pack


def _with_line(fault: Fault, located: Located) -> Fault:
    where = fault.pointer
    while where and where not in located.lines:
        where = where.rpartition("/")[0]
    line = located.lines.get(where)
    place = f"line {line}" if line else ""
    return fault._replace(hint=", ".join(filter(None, [place, fault.hint])))
