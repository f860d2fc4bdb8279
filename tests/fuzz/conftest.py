"""What the tests of documents measure time by."""

from tests.project.conftest import beside_toml

__all__ = ["beside_toml"]
