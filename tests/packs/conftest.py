"""What the tests of packs share."""

from apex_cli.packs.model import Sourced
from apex_cli.records.model import Model


def sourced(value: object) -> list[Sourced]:
    """Everything in a pack that names its source, in lists too."""
    if isinstance(value, list):
        return [item for one in value for item in sourced(one)]
    if not isinstance(value, Model):
        return []
    inner = [item for name in value.declared for item in sourced(getattr(value, name))]
    return [value, *inner] if isinstance(value, Sourced) else inner
