"""From a document to a valid project, or to every fault of it at once."""

from collections.abc import Mapping
from typing import Any

from apex_cli.errors import SHOWN_FAULTS, Fault, InvalidInput
from apex_cli.pointer import present
from apex_cli.project.model import LOADS_BESIDE_SIGN, SCHEMA_VERSION, Project
from apex_cli.project.view import missing
from apex_cli.records.model import Faulty
from apex_cli.units.fields import in_units
from apex_cli.vocabulary import without_nulls

WAYS_OUT = {
    LOADS_BESIDE_SIGN: "leave out loads, and the wind on the sign is carried; or set "
    "loads.replaces_wind to true, and they are the loads of one foundation, under each pole",
}
"""How to mend a fault of the document as a whole, by what is said of it."""


def validate(
    document: Mapping[str, Any],
    needs: Mapping[str, str] | None = None,
) -> Project:
    """The project in this document, or every fault of it at once.

    Args:
        document: As `parse` gives it.
        needs: JSON Pointers that the calculation cannot do without, each with what to say when
            it is missing, or nothing when there is no more to say than to add it.

    Returns:
        The frozen project.

    Raises:
        InvalidInput: With one `Fault` for each place that is wrong or missing.
    """
    written = without_nulls(dict(document))
    return validated(in_units(written), needs, written)


def validated(
    clean: Mapping[str, Any], needs: Mapping[str, str] | None, written: Mapping[str, Any]
) -> Project:
    """As `validate`, of a document that is clean already.

    Args:
        clean: Nulls are left out, quantities are numbers.
        needs: As for `validate`.
        written: The document before its quantities became numbers.
    """
    lacking = [
        missing(where, hint) for where, hint in (needs or {}).items() if not present(clean, where)
    ]
    try:
        project = Project.read(clean)
    except Faulty as error:
        from apex_cli.project.explained import explained  # noqa: PLC0415 - only in a fault

        version = clean.get("schema_version")
        faults = [explained(fault, written) for fault in error.faults[:SHOWN_FAULTS]]
        faults += error.faults[SHOWN_FAULTS:]
        faults = [_with_way_out(fault, version) for fault in faults]
        told = {fault.pointer for fault in faults}
        raise InvalidInput.at(
            *faults, *(fault for fault in lacking if fault.pointer not in told)
        ) from error
    if lacking:
        raise InvalidInput.at(*lacking)
    return project


def _with_way_out(fault: Fault, version: Any) -> Fault:
    """The fault, with how to mend it where there is more to say than what it says itself."""
    if fault.detail in WAYS_OUT:
        return fault._replace(hint=WAYS_OUT[fault.detail])
    if fault.pointer != "/schema_version":
        return fault
    if version is None or (version == 0 and version is not False):
        return fault._replace(hint="apex project migrate FILE brings it to the present format")
    return fault._replace(hint=f"this apex reads version {SCHEMA_VERSION}")
