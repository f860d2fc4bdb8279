"""From the bytes of a project file to the document in them, be they JSON or YAML."""

from typing import Any

from apex_cli.errors import InvalidInput
from apex_cli.project.form import Form, form_of
from apex_cli.project.text import MAX_VALUES, look, parse, refuse, refuse_mark


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
        refuse(found.what or error.detail, hint=found.remedy)


def _from_yaml(data: bytes) -> dict[str, Any]:
    from apex_cli import yaml_reader  # noqa: PLC0415 - who reads JSON does not pay for it

    refuse_mark(data)
    reading = yaml_reader.Reading(
        "a project", InvalidInput, "project.malformed", "project.too_large", MAX_VALUES
    )
    document = yaml_reader.parse(data, "", reading).value
    if document is None:
        refuse("the file is empty", hint="apex project new FILE makes one to start from")
    if not isinstance(document, dict):
        hint = "a project file has lines as schema_version: 1"
        refuse("the document is not a mapping", hint=hint)
    look(document)
    return document
