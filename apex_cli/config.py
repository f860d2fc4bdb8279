"""A user's defaults: `apex.toml` in the current folder, then the user's own file."""

import os
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

from msgspec import Meta

from apex_cli import files
from apex_cli.errors import Fault, FileProblem, InvalidInput
from apex_cli.project.model import PackRefs
from apex_cli.records.fields import field
from apex_cli.records.model import Faulty, Model
from apex_cli.vocabulary import PACK_KINDS, ShortText

MAX_BYTES = 100_000


class Config(Model):
    """What a file of defaults may say."""

    calc_by: ShortText | None = field(default=None, description="Calculated by, on packages.")
    packs_dir: ShortText | Annotated[list[ShortText], Meta(max_length=100)] | None = field(
        default=None, description="Folders of packs; a relative one is beside the file."
    )
    units: Literal["us", "si"] | None = field(
        default=None, description="Units of tables and packages."
    )
    packs: PackRefs = field(
        default=PackRefs(), description="Packs for projects that name none of their kind."
    )


class Layer(NamedTuple):
    """A file of defaults that was read."""

    path: Path
    config: Config

    @property
    def folders(self) -> list[Path]:
        """The folders of packs that it names."""
        said = self.config.packs_dir
        named = [said] if isinstance(said, str) else said or []
        return [self.path.parent / os.path.expanduser(one) for one in named]  # noqa: PTH111 - an unknown ~name stays as it is

    @property
    def packs(self) -> dict[str, str]:
        """The packs that it names, by kind."""
        refs = {kind: getattr(self.config.packs, kind) for kind in PACK_KINDS}
        return {kind: ref for kind, ref in refs.items() if ref is not None}

    @property
    def said(self) -> dict[str, str]:
        """Each key that it gives, with its value."""
        found = {
            "calc_by": self.config.calc_by or "",
            "units": self.config.units or "",
            "packs_dir": ", ".join(map(str, self.folders)),
        }
        found |= {f"packs.{kind}": ref for kind, ref in self.packs.items()}
        return {key: text for key, text in found.items() if text}


def read(path: Path) -> Layer:
    """One file of defaults.

    Raises:
        InvalidInput: It is no TOML, or says what no default is.
        FileProblem: It cannot be read.
    """
    import tomllib  # noqa: PLC0415 - hardly anybody has a file

    if path.is_fifo():
        raise FileProblem(f"{files.shown(path)} is a pipe, no file", code="file.not_regular")
    try:
        return Layer(path, Config.read(tomllib.loads(files.read(path, MAX_BYTES).decode("utf-8"))))
    except Faulty as error:
        faults = error.faults
    except ValueError as error:  # no TOML, or no UTF-8
        faults = [Fault("", str(error))]
    first = faults[0]
    raise InvalidInput(
        f"{files.shown(path)}: {f'{first.pointer}: ' if first.pointer else ''}{first.detail}",
        code="config.invalid",
        faults=faults,
        hint=first.hint or "keys: calc_by, packs_dir, units, packs; apex help config",
    )
