"""apex batch: many projects, one envelope a line."""

from pathlib import Path
from typing import Literal

from apex_cli.cli.command import Command
from apex_cli.cli.options import OPTIONS, Option, argument, flag
from apex_cli.cli.output import Output, say
from apex_cli.unread import Reader
from apex_cli.vocabulary import CalculationKind

Form = Literal["auto", "json", "jsonl", "csv"]


def batch(
    wish: Output,
    *,
    kind: CalculationKind,
    inputs: tuple[str, ...],
    jobs: int,
    summary: Path | None,
    resume: bool,
    base: str | None,
    input_format: Form,
    engine: Literal["local", "dask"],
    scheduler: str | None,
    packs: tuple[str, ...],
    folders: tuple[Path, ...],
    settings: tuple[str, ...],
) -> int:
    """Calculate many projects: one envelope a line, in the order of the inputs."""
    from apex_cli.batch.calculator import Job
    from apex_cli.batch.run import run
    from apex_cli.clock import today
    from apex_cli.errors import UsageError
    from apex_cli.render import forms

    if (engine == "dask") != bool(scheduler):
        raise UsageError("--engine dask and --scheduler ADDRESS go together")
    form, sheet = forms.RESULTS["batch"][wish.form], wish.sheet
    job = Job(
        kind=kind,
        folders=tuple(str(folder.resolve()) for folder in folders),
        settings=settings,
        packs=packs,
        today=today(),
        strict=wish.strict,
        rows=summary is not None or wish.as_table,
    )
    with Reader() as reader:
        tally = run(
            job,
            inputs,
            lambda done: forms.written(form, done, sheet),
            output=wish.file,
            summary=summary,
            base=base,
            form=input_format,
            resume=resume,
            workers=jobs,
            scheduler=scheduler,
            progress=not wish.quiet and not wish.as_table,
        )
    if reader.left:
        return 0
    for line in tally.reasons():
        say(f"apex: {line}", wish)
    say(f"apex: {tally.sentence()}", wish)
    return tally.exit_code


COMMANDS = {
    "batch": Command(
        batch,
        "kind inputs file jobs summary resume base input_format engine scheduler "
        "format packs folders settings strict brief quiet no_color",
        {
            "inputs": argument("INPUT...", many=True),
            "file": OPTIONS["file"]._replace(help="Write lines to FILE (.gz: gzipped)."),
            "jobs": Option(
                ("-j", "--jobs"), "Processes; 0: one a core.", type=int, default=0,
                least=0, most=512,
            ),
            "summary": Option(("--summary",), "Write a row a line as CSV.", "FILE", Path),
            "resume": flag("--resume", help_="Take over what the output already answers."),
            "base": Option(("--base",), "What a row starts from.", "PROJECT"),
            "input_format": Option(
                ("--input-format",), "Of - and of files whose name does not say it.",
                type=Form, default="auto",
            ),
            "engine": Option(
                ("--engine",), "Who calculates.", type=Literal["local", "dask"], default="local"
            ),
            "scheduler": Option(("--scheduler",), "Of the dask cluster.", "ADDRESS"),
        },
        (
            "apex batch all signs/ -o answers.jsonl --summary answers.csv",
            "apex batch footing sites.csv --base monument.json -o answers.jsonl.gz -j 8",
            "apex batch all sites.jsonl.gz -o answers.jsonl --resume",
            "cat sites.jsonl | apex batch exposure - | jq -c .result.base",
        ),
        "INPUT is a project file, a folder, a glob, JSON Lines (.jsonl, .ndjson), a table (.csv, "
        ".tsv: a\ncolumn per path, as in site.wind_speed_mph) or - for standard input; each may "
        "be gzipped. What\nfails is a line with an error; the exit code is the worst of all lines.",
    )
}  # fmt: skip
