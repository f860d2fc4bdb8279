"""Many projects, many points: streams and sweeps. Called, it is the `batch` of the Python API."""

import sys
from types import ModuleType
from typing import Any


class _Called(ModuleType):
    """A package whose name is that of a function too: `apex_cli.batch` is both, always."""

    def __call__(self, *args: Any, **wish: Any) -> Any:
        from apex_cli.batch.many import batch  # noqa: PLC0415 - the package is loaded for its parts

        return batch(*args, **wish)


sys.modules[__name__].__class__ = _Called
