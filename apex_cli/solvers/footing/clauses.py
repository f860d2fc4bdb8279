"""How a clause of the building code is cited beside a check or a warning."""

from functools import lru_cache

from apex_cli.packs.footing import FootingPack


@lru_cache(maxsize=256)
def cited(pack: FootingPack, clause: str) -> str:
    """The clause with the code it stands in; other methods borrow the building code's.

    Args:
        pack: The pack in use.
        clause: A clause of the IBC.
    """
    standard = pack.standard if pack.method == "ibc-1807.3" else "IBC"
    return f"{standard} {clause}"
