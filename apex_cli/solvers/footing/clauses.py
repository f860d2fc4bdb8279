"""How a clause of the building code is cited beside a check or a warning."""

from apex_cli.packs.footing import FootingPack


def cited(pack: FootingPack, clause: str) -> str:
    """The clause with the code it stands in; other methods borrow the building code's.

    Args:
        pack: The pack in use.
        clause: A clause of the IBC.
    """
    return f"{pack.code} {clause}"
