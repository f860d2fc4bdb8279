"""From the bytes of a project file to the document in them, be they JSON or YAML."""

from typing import Any, NoReturn

from apex_cli.errors import Fault, InvalidInput
from apex_cli.project.form import Form, form_of
from apex_cli.project.text import MAX_VALUES, look, parse

_BOM = b"\xef\xbb\xbf"


def document_of(name: str, data: bytes, form: Form | None = None) -> dict[str, Any]:
    """The document in these bytes, as it was written.

    Args:
        name: What the file is called.
        data: Its bytes.
        form: JSON or YAML; otherwise name or content tell.

    Raises:
        InvalidInput: They are not a project file; where they are something else that people keep
            their inputs in, it says what to do with it.
    """
    if (form or form_of(name, data)) == "yaml":
        return _from_yaml(data)
    try:
        return parse(data)
    except InvalidInput as error:
        from apex_cli.project.foreign import told  # noqa: PLC0415 - only where something is wrong

        if (
            error.hint
            or error.problem_code != "project.malformed"
            or not (found := told(name, data))
        ):
            raise
        _refuse(found.what or error.detail, found.remedy)


def _from_yaml(data: bytes) -> dict[str, Any]:
    from apex_cli import yaml_reader  # noqa: PLC0415 - who reads JSON does not pay for it

    if data.startswith(_BOM):
        _refuse("starts with a byte-order mark", "save it as UTF-8 without BOM")
    reading = yaml_reader.Reading(
        "a project", InvalidInput, "project.malformed", "project.too_large", MAX_VALUES
    )
    document = yaml_reader.parse(data, "", reading).value
    if document is None:
        _refuse("the file is empty", "apex project new FILE makes one to start from")
    if not isinstance(document, dict):
        _refuse("the document is not a mapping", "a project file has lines as schema_version: 1")
    look(document)
    return document


def _refuse(detail: str, hint: str) -> NoReturn:
    fault = Fault("", detail, hint=hint)
    raise InvalidInput(detail, code="project.malformed", hint=hint, faults=[fault])
