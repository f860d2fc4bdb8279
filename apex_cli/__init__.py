"""apex: the calculator for sign structures, whose answers can be re-derived and re-hashed.

The Python API is `calculate`, `load_project` and `verify`; see docs/python-api.md.
"""

from typing import TYPE_CHECKING, Any

from apex_cli.version import __version__

__all__ = [
    "Document",
    "ProjectFile",
    "Verdict",
    "__version__",
    "calculate",
    "load_project",
    "verify",
]

if TYPE_CHECKING:
    from apex_cli.api import Document, ProjectFile, Verdict, calculate, load_project, verify
else:

    def __getattr__(name: str) -> Any:
        """The names of the API, loaded when they are first asked for."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from apex_cli import api  # noqa: PLC0415 - importing apex_cli alone costs nothing

        return getattr(api, name)
