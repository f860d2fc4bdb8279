"""What `apex help TOPIC` tells, a page a topic."""

from collections.abc import Callable, Mapping

from apex_cli.cli.defaults import FOLDER_FILE, USER_FILE
from apex_cli.cli.pages import NEEDS
from apex_cli.exits import MEANING
from apex_cli.render.manual import Page, Section
from apex_cli.render.text import UNITS
from apex_cli.units.markdown import measures
from apex_cli.vocabulary import PACK_KINDS

ENVIRONMENT = (
    ("APEX_FORMAT", "What --format says otherwise: auto, json, table."),
    (
        "APEX_PAGER, PAGER",
        "What a table longer than the terminal is read in; else less; cat: nothing.",
    ),
    ("APEX_PACKS", "Folders of packs, looked in after those of --packs-dir."),
    ("APEX_LOCK_TIMEOUT", "How long to wait for another writer of a project, s; else 10."),
    ("APEX_DEBUG", "1: a fault in apex shows its traceback."),
    ("NO_COLOR", "Anything: no colour, even on a terminal."),
    ("FORCE_COLOR", "Anything: tables in colour, even through a pipe."),
    ("TERM", "dumb: no colour, and nothing but ASCII."),
    ("COLUMNS", "How wide tables are, where it is set."),
    ("SOURCE_DATE_EPOCH", "The time of an answer, in seconds since 1970, and a package's date."),
    ("XDG_CONFIG_HOME", "Where the user's defaults are (else APPDATA): apex help config."),
)
"""The variables that are looked at."""

KINDS: Mapping[str, str] = {
    "exposure": "the wind: asce7-10_v1, asce7-16_v1, asce7-22_v1, en1991-1-4_v1",
    "building": "the wind on signs at buildings: asce7-10_v1, asce7-16_v1, asce7-22_v1",
    "hazards": "earthquake and ice: asce7-10_v1, asce7-16_v1, asce7-22_v1",
    "footing": "the footing: ibc-2018_v1, ibc-2021_v1, ibc-2024_v1, broms-clay_v1, broms-sand_v1, "
    "en1997_v1, planted-post_v1",
    "sections": "sections of steel: us_v1",
    "support": "the steel: aisc360-16_v1, aisc360-22_v1",
    "concrete": "the concrete: aci318-14_v1, aci318-19_v1",
    "pricing": "prices: v1 (engineering), example-shop_v2 (to be copied), example-shop_v1",
}
"""What the bundled packs of each kind are."""


def _exit_codes() -> Page:
    rows = [(str(code), words.replace("`", "")) for code, words in MEANING.items()]
    more = "A batch exits with the worst of its lines, check with the worst of its files."
    return Page("exit-codes", "What apex exits with.", "",
                [Section("Exit codes", rows), Section("Notes", text=[more])])  # fmt: skip


def _environment() -> Page:
    return Page("environment", "The variables that apex looks at.", "",
                [Section("Variables", ENVIRONMENT)])  # fmt: skip


def _config() -> Page:
    example = ('calc_by = "J. Doe, PE"', 'packs_dir = "prices"', "", "[packs]",
               'exposure = "asce7-22_v1"', 'pricing = "mine_v3"')  # fmt: skip
    keys = (
        ("calc_by", "Who calculated, on the packages of apex report."),
        ("units", "us or si: what tables show, and packages beside."),
        ("packs_dir", "A folder of packs, or a list of them; a relative one is beside the file."),
        ("packs.KIND", ("The pack that a project gets where it names none of this kind and has "
                       "use for one; new projects get it instead of the template's.")),
    )  # fmt: skip
    text = (
        (
            f"{FOLDER_FILE} in the current folder, then {'/'.join(USER_FILE)} in XDG_CONFIG_HOME "
            "(else ~/.config). The nearest that says something counts: command line, environment, "
            f"{FOLDER_FILE}, the user's file."
        ),
        (
            "A default pack is as --pack KIND?=REF: told in meta.overrides and in "
            "trace.pack_metadata, and never instead of one that the project names. project "
            "validate, lock, check and verify judge a file as it is "
            "for everybody, without default packs."
        ),
        "apex doctor tells which file says what.",
    )
    return Page("config", "Defaults, so that they need not be said each time.", "",
                [Section("Example", lines=example), Section("Keys", keys),
                 Section("Files", text=text)])  # fmt: skip


def _project() -> Page:
    start = (
        "apex project new pylon.json --interactive",
        "apex project set pylon.json site.wind_speed_mph=120 soil.class=4",
        "apex project add element pylon.json --width 12ft --height 4ft --bottom 10ft",
        "apex project validate pylon.json",
        "apex calc all pylon.json",
    )
    blocks = (
        ("site", "Wind speed, exposure, elevation, frost, water."),
        ("sign", "Cabinets, how they are stacked, poles."),
        ("gust", "How the gust-effect factor is taken."),
        ("soil", "A class of the IBC's table, or values of a report."),
        ("loads", "Loads that are given instead of the sign's wind."),
        ("footing", "Drilled pier or spread footing."),
        ("support", "Steel, splices, base, pier and slab of concrete."),
        ("pricing", "Add-ons, quantity, region, entries."),
        ("packs", "Which versioned constants each calculation uses."),
        ("accepted", "Warnings that an engineer has dealt with."),
    )
    text = (
        (
            "apex project new FILE --interactive asks for what a calculation needs. ? is help, < "
            "goes back, quit leaves; answers may be piped, one a line. apex project add -h tells "
            "what is added by options, and null at an item of a list takes it out: apex project "
            "set FILE sign.elements.1=null."
        ),
        (
            "apex schema project --format table tells every key with its unit and range. Every "
            "write raises the revision and seals the file; what was changed by hand is accepted "
            "with apex project seal. Null is the same as absent."
        ),
    )
    return Page("project", "The project file: what the user says.", "",
                [Section("Examples", lines=start), Section("Blocks", blocks),
                 Section("What each calculation needs", NEEDS),
                 Section("Notes", text=text)])  # fmt: skip


def _packs() -> Page:
    examples = (
        "apex packs list",
        "apex packs show exposure_asce7-22_v1",
        "apex packs diff exposure_asce7-16_v1 exposure_asce7-22_v1",
    )
    text = (
        (
            "A pack is a file of constants that is never edited: a correction is its next version. "
            "A project names one of each kind that it needs in packs, or --pack KIND=REF does. "
            "--packs-dir, APEX_PACKS and packs_dir of the defaults tell where others are looked "
            "for, before the bundled ones; none may hide a bundled one with other bytes."
        ),
        (
            "apex packs verify holds every pack against SHA256SUMS; every answer names the digest "
            "of each pack that it read."
        ),
    )
    kinds = [(kind, KINDS[kind]) for kind in PACK_KINDS]
    return Page("packs", "What codes and the shop say, in versioned files.", "",
                [Section("Examples", lines=examples), Section("Kinds", kinds),
                 Section("Notes", text=text)])  # fmt: skip


def _units() -> Page:
    rows = [(f"…{ending}", unit) for ending, unit in UNITS.items()]
    text = (("The end of a key's name is its unit, in project files and in answers; a number "
            "without one is a ratio, a count or a class."),
            ("A number that has a unit may also be written as text with another unit; it enters "
            "the calculation as the number in the key's own unit."))  # fmt: skip
    texts = [(one.dimension, ", ".join(one.units)) for one in measures()]
    examples = tuple(example for one in measures() for example in one.examples)
    return Page("units", "Units, as the names of keys tell them, and as text may.", "",
                [Section("Examples", lines=examples), Section("Endings", rows),
                 Section("Text", texts), Section("Notes", text=text)])  # fmt: skip


TOPICS: Mapping[str, Callable[[], Page]] = {
    "exit-codes": _exit_codes,
    "environment": _environment,
    "config": _config,
    "project": _project,
    "packs": _packs,
    "units": _units,
}
"""Every topic by its name."""
