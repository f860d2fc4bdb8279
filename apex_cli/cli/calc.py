"""apex calc: one project file, one answer."""

from pathlib import Path

from apex_cli.cli.command import Command
from apex_cli.cli.output import Output, answer, say_edited
from apex_cli.vocabulary import CalculationKind, Selection


def calculate(
    wish: Output,
    *,
    kind: CalculationKind,
    project: str,
    packs: tuple[str, ...],
    folders: tuple[Path, ...],
    settings: tuple[str, ...],
    as_of: str | None,
    select: Selection | None,
) -> int:
    """Calculate wind exposure, footing, support, price, or all of them, and print one envelope."""
    from apex_cli.project import store
    from apex_cli.run.one import single

    read = store.load(project)
    say_edited(project, read, wish)
    dated = [*settings, *([f"pricing.as_of={as_of}"] if as_of else ())]
    return answer(single(kind, read, dated, packs, folders, select=select), wish)


COMMANDS = {
    "calc": Command(
        calculate,
        "kind project format file packs folders settings as_of select strict brief verbose explain "
        "where units quiet no_color no_pager",
        examples=(
            "apex calc exposure examples/pole-sign.json",
            "apex calc footing examples/bare-footing.json --set footing.depth_ft=8",
            "apex calc all examples/pole-sign.json --pack exposure=asce7-16_v1 -o answer.json",
            "apex calc support examples/pole-sign-support.json --select section",
            "apex calc support examples/pole-sign-plate.json --select rods --format table",
            "cat pylon.json | apex calc pricing - --format table",
        ),
    )
}
