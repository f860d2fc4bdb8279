"""The pages of help of the commands, made from their rows: examples first, exit codes last."""

from collections.abc import Mapping, Sequence
from inspect import getdoc
from types import ModuleType
from typing import get_args

from apex_cli.cli.command import Command
from apex_cli.cli.options import REQUIRED, Option
from apex_cli.exits import SHORT
from apex_cli.render.manual import Page, Section

GROUPS = {
    "Calculate": ("calc", "watch", "compare", "limits", "sweep", "batch"),
    "Project files": ("project", "lock", "check"),
    "Material and cost": ("bom", "cheapest", "quote"),
    "Answers": ("show", "report", "verify", "diff", "review"),
    "What apex knows": ("packs", "schema", "help"),
    "This installation": ("selftest", "doctor"),
}
"""The commands as the page of `apex` groups them."""

TITLES = {
    "What if": ("settings", "cases", "editions", "vary", "select"),
    "Packs": ("packs", "folders", "as_of"),
    "Writing": ("if_match", "dry_run"),
    "Answer": (
        "format", "file", "strict", "brief", "verbose", "explain", "where", "quiet", "no_color",
        "no_pager",
    ),
}  # fmt: skip
"""The options that have a heading of their own, in the order of the page; others come before."""

NEEDS = (
    ("exposure", "site.wind_speed_mph, site.exposure; sign, or site.heights_ft; packs.exposure"),
    ("footing", "soil, footing; what exposure needs, or loads; packs.footing"),
    ("support", ("support.steel, sign.poles with a section; what exposure needs, or loads; "
                 "packs.support, packs.sections; for a pier or slab packs.concrete")),
    ("pricing", "pricing, sign.elements; what the book's rows are measured by; packs.pricing"),
    ("all", "what exposure, footing and pricing need, and support if the project has it"),
)  # fmt: skip
"""What each calculation needs of a project."""

INNER = {"project add": "Add a piece to a project file, told by options."}
"""What groups within groups do."""

HELP = ("-h, --help", "Show this page and exit.")


def page(name: str, command: Command) -> Page:
    """The page of a command."""
    options = command.options
    doc, *more = _paragraphs(command)
    plain = [option for option in options.values() if not option.names]
    sections = [Section("Examples", lines=command.examples)] if command.examples else []
    if command.more:
        more.append(" ".join(command.more.split()))
    if more:
        sections.append(Section("Notes", text=more))
    if "kind" in options:
        sections.append(Section("What each calculation needs of the project", NEEDS))
    told = [(option.metavar or "", _told(option)) for option in plain if _told(option)]
    if told:
        sections.append(Section("Arguments", told))
    titled = {one for names in TITLES.values() for one in names}
    own = [one for one in options if options[one].names and one not in titled]
    for title, names in {"Options": own, **TITLES}.items():
        rows = [_row(options[one]) for one in names if one in options and options[one].names]
        if rows or title == "Answer":
            sections.append(Section(title, [*rows, *([HELP] if title == "Answer" else [])]))
    usage = " ".join([f"apex {name} [OPTIONS]", *map(_place, plain)])
    return Page(f"apex {name}", doc, usage, [*sections, exits()])


def group(name: str, brief: str, rows: Mapping[str, Command]) -> Page:
    """The page of a group of commands: what each does, and examples."""
    whole = [one for one in rows if " " not in one or one.endswith(" element")]
    examples = [line for one in whole for line in rows[one].examples[:1]]
    commands = [(one, _brief(row)) for one, row in rows.items()]
    sections = [
        Section("Examples", lines=examples),
        Section("Commands", commands),
        Section("Options", [HELP]),
        exits(),
    ]
    return Page(f"apex {name}", brief, f"apex {name} COMMAND", sections)


def inner(name: str, word: str, rows: Mapping[str, Command]) -> Page:
    """The page of the commands of a group that begin with one word.

    Args:
        name: The group.
        word: The word.
        rows: Every command of the group.
    """
    own = {words.removeprefix(f"{word} "): row for words, row in rows.items()
           if words.startswith(f"{word} ")}  # fmt: skip
    return group(f"{name} {word}", INNER[f"{name} {word}"], own)


def top(brief: str, examples: Sequence[str], modules: Mapping[str, ModuleType]) -> Page:
    """The page of `apex` itself.

    Args:
        brief: What it is.
        examples: Command lines.
        modules: Every command and the module in whose table it is.
    """
    sections = [Section("Examples", lines=examples)]
    for title, names in GROUPS.items():
        rows = []
        for name in names:
            row = modules[name].COMMANDS[name]
            rows.append((name, _brief(row) if isinstance(row, Command) else modules[name].BRIEF))
        sections.append(Section(title, rows))
    options = (
        ("-V, --version", "Show the version and exit."),
        ("--install-completion", "Install completion for the current shell."),
        ("--show-completion", "Show completion for the current shell."),
        ("-h, --help", "Show this page, or that of a command, and exit."),
    )
    topics = "apex help TOPIC: exit-codes, environment, config, project, packs, units"
    sections += [Section("Options", options), Section("More", text=(topics,)), exits()]
    return Page("apex", brief, "apex COMMAND", sections)


def exits() -> Section:
    """The exit codes in short."""
    return Section(
        "Exit codes",
        text=(", ".join(f"{code}\u00a0{words}" for code, words in SHORT.items()),),
    )


def _paragraphs(row: Command) -> list[str]:
    return [" ".join(part.split()) for part in (getdoc(row.work) or "").split("\n\n")]


def _brief(row: Command) -> str:
    return _paragraphs(row)[0]


def _place(option: Option) -> str:
    words = option.metavar or ""
    return words if option.default is REQUIRED else f"[{words}]"


def _row(option: Option) -> tuple[str, str]:
    """An option as it is spelled, and what is told of it."""
    names = sorted(option.names, key=len)
    choices = get_args(option.type)
    value = option.metavar or "|".join(map(str, choices)) or ("N" if option.type is int else "TEXT")
    spelled = ", ".join(names)
    if option.type is not bool:
        spelled = f"{spelled} {value}"
    return spelled, _told(option)


def _told(option: Option) -> str:
    """What is told of an option: its help, and where its value comes from otherwise."""
    beside = []
    if option.names and option.default is REQUIRED:
        beside.append("required")
    if option.names and option.default not in {None, False, "", "auto", REQUIRED}:
        beside.append(f"default: {option.default}")
    if option.env:
        beside.append(f"also {option.env}")
    return f"{option.help} [{'; '.join(beside)}]" if beside else option.help
