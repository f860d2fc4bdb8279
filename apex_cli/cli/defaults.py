"""What a command line is not told, from the files of defaults, if there are any."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

FOLDER_FILE = "apex.toml"
"""In the current folder: of whoever works there."""
USER_FILE = ("apex", "config.toml")
"""In the folder of the user's configuration."""


def places() -> list[Path]:
    """Where files of defaults are looked for, the nearest first."""
    home = os.path.expanduser("~")  # noqa: PTH111 - Path.home fails where there is none
    said = os.environ.get("XDG_CONFIG_HOME") or os.environ.get("APPDATA") or ""
    folder = Path(said) if said and Path(said).is_absolute() else Path(home, ".config")
    return [Path(FOLDER_FILE), folder.joinpath(*USER_FILE)]


def layers() -> list[Any]:
    """The files of defaults that are there, the nearest first.

    Raises:
        InvalidInput: One of them is wrong.
        FileProblem: One of them cannot be read.
    """
    found = [place for place in places() if os.path.lexists(place)]
    if not found:
        return []
    from apex_cli.config import read

    return [read(place) for place in found]


def filled(given: Mapping[str, Any], fallbacks: Mapping[str, str]) -> Mapping[str, Any]:
    """What a command is told, with what files of defaults have to say.

    Args:
        given: What it is told, by the names of its options.
        fallbacks: Options that a default fills in, each with its key in a file.
    """
    if not fallbacks or not (found := layers()):
        return given
    made = dict(given)
    for name, key in fallbacks.items():
        made[name] = _FILL[key](given[name], found)
    return made


def packs(found: list[Any]) -> dict[str, str]:
    """The default packs by kind."""
    return {kind: ref for layer in reversed(found) for kind, ref in layer.packs.items()}


def _packs(given: tuple[str, ...], found: list[Any]) -> tuple[str, ...]:
    return (*given, *(f"{kind}?={ref}" for kind, ref in packs(found).items()))


def _folders(given: tuple[Path, ...], found: list[Any]) -> tuple[Path, ...]:
    """Folders of the command line, of the environment, and of the files."""
    folders = [folder for layer in found for folder in layer.folders]
    if not folders:
        return given
    exported = [Path(part) for part in os.environ.get("APEX_PACKS", "").split(os.pathsep) if part]
    return (*given, *exported, *folders)


def _calc_by(given: str, found: list[Any]) -> str:
    return given or next((layer.config.calc_by for layer in found if layer.config.calc_by), "")


def _units(given: str | None, found: list[Any]) -> str | None:
    return given or next((layer.config.units for layer in found if layer.config.units), None)


_FILL: Mapping[str, Callable[[Any, list[Any]], Any]] = {
    "packs": _packs,
    "packs_dir": _folders,
    "calc_by": _calc_by,
    "units": _units,
}
"""How each key of a file fills in what the command line says."""
