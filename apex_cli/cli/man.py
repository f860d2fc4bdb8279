"""The manual: a page of `man` for apex, and for each of its commands."""

from importlib import import_module

from apex_cli.cli import app, pages
from apex_cli.cli.command import Command
from apex_cli.render.manual import roff
from apex_cli.version import __version__


def manual() -> dict[str, str]:
    """Every page by the name of its file, as docs/man keeps it and the wheel installs it.

    >>> print(manual()["apex-calc.1"].splitlines()[1])
    .TH APEX-CALC 1 "" "apex 0.1.0" "apex"
    """
    found = {"apex.1": roff(app.top(), __version__)}
    for name, at in app.COMMANDS.items():
        module = import_module(f"apex_cli.cli.{at}")
        row = module.COMMANDS[name]
        if isinstance(row, Command):
            found[f"apex-{name}.1"] = roff(pages.page(name, row), __version__)
            continue
        page = pages.group(name, module.BRIEF, row)
        inner = [(pages.page(f"{name} {one}", each), one) for one, each in row.items()]
        inner = [(one._replace(sections=one.sections[:-1]), heading) for one, heading in inner]
        found[f"apex-{name}.1"] = roff(page, __version__, inner)
    return found
