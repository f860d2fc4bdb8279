"""From older formats of the project file to the present one, one version at a time.

Version 0 is a file whose `schema_version` is 0 or absent. It has the blocks of version 1, but no
`revision`, and an `etag` only if a tool wrote one.
"""

from collections.abc import Callable
from typing import Any

from apex_cli.errors import Fault, InvalidInput
from apex_cli.project.lifecycle import require_open
from apex_cli.project.model import SCHEMA_VERSION


def _number_it(document: dict[str, Any]) -> dict[str, Any]:
    """0 to 1: the version is said, the revision is counted from the next write on."""
    rest = {key: value for key, value in document.items() if key != "schema_version"}
    return {"schema_version": 1, **rest}


STEPS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {0: _number_it}


def version_of(document: dict[str, Any]) -> Any:
    """The version the document says it has; absent means 0.

    >>> version_of({}), version_of({"schema_version": 1})
    (0, 1)
    """
    version = document.get("schema_version")
    return 0 if version is None else version


def migrate(document: dict[str, Any]) -> dict[str, Any]:
    """The document in the present format; one that is there already is returned as it is.

    Raises:
        InvalidInput: The version is not known here.
        Conflict: An old file says that it was submitted already.

    >>> migrate({"name": "Pylon"})
    {'schema_version': 1, 'name': 'Pylon'}
    """
    version = version_of(document)
    if type(version) is not int or not 0 <= version <= SCHEMA_VERSION:
        hint = f"this apex knows the versions 0 to {SCHEMA_VERSION}"
        fault = Fault("/schema_version", "is not a known version", version, hint)
        raise InvalidInput(
            f"/schema_version: {version!r} is not a known version", hint=hint, faults=[fault]
        )
    if version < SCHEMA_VERSION:
        require_open(document)  # an old file cannot claim a state that was never guarded
    for step in range(version, SCHEMA_VERSION):
        document = STEPS[step](document)
    return document
