"""What `apex calc` is asked, whoever read it, and how it answers."""

from pathlib import Path
from typing import NamedTuple

from apex_cli.cli.output import Output, answer, say
from apex_cli.vocabulary import CalculationKind


class Call(NamedTuple):
    """What `apex calc` is asked.

    Args:
        kind: The calculation.
        project: The project file, or ``-``.
        wish: How the answer is wanted.
        settings: ``PATH=VALUE`` each.
        as_of: Day on which the price book must be valid.
        packs: ``KIND=REF`` each.
        folders: Folders to look for packs in first.
    """

    kind: CalculationKind
    project: str
    wish: Output
    settings: tuple[str, ...] = ()
    as_of: str | None = None
    packs: tuple[str, ...] = ()
    folders: tuple[Path, ...] = ()

    def answer(self) -> int:
        """Calculate, write the answer, and return the exit code.

        Raises:
            ApexError: There is no answer.
        """
        from apex_cli.project import store  # noqa: PLC0415 - loaded when a calculation is asked for
        from apex_cli.single import single  # noqa: PLC0415 - loaded when it is used

        read = store.load(self.project)
        if read.notices:
            say(f"apex: {self.project} was changed by hand since it was sealed", self.wish)
        dated = [*self.settings, *([f"pricing.as_of={self.as_of}"] if self.as_of else ())]
        envelope = single(self.kind, read, dated, self.packs, self.folders)
        return answer(envelope, self.wish)
