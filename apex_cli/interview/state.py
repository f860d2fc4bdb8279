"""What was said so far, and what follows from it: facts that questions and conditions name."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from apex_cli.interview.question import Answer
from apex_cli.packs.catalogue import Catalogue
from apex_cli.units.fields import as_number
from apex_cli.vocabulary import PackKind

Said = Mapping[str, Answer]


class State(NamedTuple):
    """What is known while the questions are asked.

    Args:
        catalogue: The packs that can be seen.
        refs: Their references by kind, later versions later.
        file: What the project's file is called, without its ending.
        preferred: The packs of the user's defaults.
        said: Every answer by the key of its question.
    """

    catalogue: Catalogue
    refs: Mapping[PackKind, Sequence[str]]
    file: str
    preferred: Mapping[str, str]
    said: Said

    def value(self, path: str) -> Any:
        """What the answers set at a path; None for nothing."""
        return next((one.sets[path] for one in self.said.values() if path in one.sets), None)

    def pack(self, kind: PackKind) -> Any:
        """The pack that the answers name, or the newest of its kind; None if there is none."""
        ref = self.value(f"packs.{kind}") or self.newest(kind)
        return ref and self.catalogue.load(kind, ref)[0]

    def newest(self, kind: PackKind) -> str | None:
        """The reference of the last pack of a kind, the user's own before others."""
        refs = self.refs.get(kind)
        return self.preferred.get(kind) or (refs[-1] if refs else None)


def start(catalogue: Catalogue, file: str, preferred: Mapping[str, str], said: Said) -> State:
    """What is known before the first question.

    Args:
        catalogue: The packs that can be seen.
        file: What the project's file is called, without its ending.
        preferred: The packs of the user's defaults.
        said: What need not be asked.
    """
    refs: dict[PackKind, list[str]] = {}
    for entry in sorted(catalogue.entries(), key=lambda entry: _age(entry.ref)):
        refs.setdefault(entry.kind, []).append(entry.ref)
    return State(catalogue, refs, file, preferred, said)


def _age(ref: str) -> tuple[str, int]:
    """The name of a pack, and its version as a number."""
    name, _, version = ref.rpartition("v")
    return name, int(version)


def words(state: State, item: int = 0) -> dict[str, str]:
    """The word of every answer, and what follows from them.

    Args:
        state: What is known.
        item: The number of the cabinet that is asked about.
    """
    found = {key: one.word for key, one in state.said.items()}
    section = found.get("sign.poles.section", "none")
    found |= {
        "file": state.file,
        "n": str(item + 1),
        "risk": found.get("site.risk_category", "of the sign"),
        "section": "no" if section in {"none", ""} else "yes",
        "priced": "no" if found.get("book", "none") == "none" else "yes",
    }
    if found.get("kind") == "monument":
        found["foundation"] = "spread"
    if "code" in found:
        wind, code = state.pack("exposure"), state.pack("footing")
        found["code"], found["wind"] = code.standard, wind.standard
        found["elevation"] = "no" if wind.elevation is None else "yes"
    if "book" in found and found["book"] != "none":
        found["regions"] = "yes" if state.pack("pricing").regions else "no"
    sections = state.newest("sections")
    found["sections"] = f"sections_{sections}"
    return found | _heights(state, item)


def _heights(state: State, item: int) -> dict[str, str]:
    """How high the cabinets are that were told, in words."""
    tops, below = [], ""
    for n in range(item + 1):
        sides = [
            _feet(state.value(f"sign.elements.{n}.{key}")) for key in ("bottom_ft", "height_ft")
        ]
        if None in sides:
            continue
        bottom, height = (side or 0.0 for side in sides)
        tops.append(bottom + height)
        name = state.value(f"sign.elements.{n}.name")
        below = f", where {name} is from {bottom:g} to {tops[-1]:g} ft"
    return {"below": below if item else "", "top": f"{max(tops, default=0):g} ft"}


def _feet(value: Any) -> float | None:
    number = as_number(value, "ft") if isinstance(value, str) else value
    return float(number) if isinstance(number, int | float) else None
