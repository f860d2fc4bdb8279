"""JSON or YAML: in which of the two a project is written, and the document in it."""

import re
from pathlib import PurePath
from typing import Any, Literal, NoReturn

from apex_cli.errors import Fault, InvalidInput
from apex_cli.project.text import MALFORMED, MAX_VALUES, TOO_LARGE, look, parse

Form = Literal["json", "yaml"]
FORMS: dict[str, Form] = {".json": "json", ".yaml": "yaml", ".yml": "yaml"}
"""The forms by the ending of the file's name; of any other name the content tells."""

_BOM = b"\xef\xbb\xbf"
_IS_YAML = re.compile(
    rb"(?:\s++|#[^\n]*+\n)*+(?:---(?:\s|$)|%YAML|[\"']?[A-Za-z_$][\w $-]{0,80}[\"']?\s*:(?:\s|$))"
)


def ending(path: str) -> str:
    """What the name of a file says that it holds, gzipped or not.

    >>> ending("old.tsv/Sites.CSV.gz")
    '.csv'
    """
    name = PurePath(path.lower())
    return PurePath(name.stem).suffix if name.suffix == ".gz" else name.suffix


def form_of(name: str, data: bytes) -> Form:
    r"""The form of a project file.

    Args:
        name: Its name; git's and standard input's tell nothing.
        data: Its bytes.

    >>> form_of("pylon.yml", b""), form_of("-", b"# Main Street\nname: Pylon"), form_of("-", b"{")
    ('yaml', 'yaml', 'json')
    """
    told = FORMS.get(ending(name))
    return told or ("yaml" if _IS_YAML.match(data[:10_000]) else "json")


def begins_yaml(line: bytes) -> bool:
    """Whether a stream whose first line this is holds YAML: lines of JSON do not begin so."""
    return line.startswith(b"#") or _IS_YAML.match(line) is not None


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

        if error.hint or error.problem_code != MALFORMED or not (found := told(name, data)):
            raise
        _refuse(found.what or error.detail, found.remedy)


def _from_yaml(data: bytes) -> dict[str, Any]:
    from apex_cli import yaml_reader  # noqa: PLC0415 - who reads JSON does not pay for it

    if data.startswith(_BOM):
        _refuse("starts with a byte-order mark", "save it as UTF-8 without BOM")
    reading = yaml_reader.Reading("a project", InvalidInput, MALFORMED, TOO_LARGE, MAX_VALUES)
    document = yaml_reader.parse(data, "", reading).value
    if document is None:
        _refuse("the file is empty", "apex project new FILE makes one to start from")
    if not isinstance(document, dict):
        _refuse("the document is not a mapping", "a project file has lines as schema_version: 1")
    look(document)
    return document


def _refuse(detail: str, hint: str) -> NoReturn:
    raise InvalidInput(detail, code=MALFORMED, hint=hint, faults=[Fault("", detail, hint=hint)])
