"""Which calculation a warning belongs to."""

from apex_cli.vocabulary import Part

_PARTS: dict[str, Part] = {
    "footing": "footing",
    "foundation": "footing",
    "support": "support",
    "example_prices": "pricing",
    "prices": "pricing",
}


def part_of(code: str) -> Part:
    """The calculation that a warning belongs to, by the first word of its code.

    >>> part_of("footing.rig_depth"), part_of("wind.figure_bound")
    ('footing', 'exposure')
    """
    return _PARTS.get(code.partition(".")[0], "exposure")
