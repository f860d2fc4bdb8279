"""What may be chosen, in words: for who writes a word where a class stands."""

SOIL_CLASSES = {
    1: "crystalline bedrock",
    2: "sedimentary and foliated rock",
    3: "sandy gravel, gravel (GW, GP)",
    4: "sand, silty or clayey sand, silty or clayey gravel (SW, SP, SM, SC, GM, GC)",
    5: "clay, sandy or silty clay, clayey silt, silt, sandy silt (CL, ML, MH, CH)",
}
"""The rows of IBC Table 1806.2."""

EXPOSURES = {
    "B": "towns, suburbs, woods: many obstructions of a house's size",
    "C": "open country, obstructions scattered and mostly below 30 ft",
    "D": "flat open ground or water for a mile upwind",
}
"""The exposure categories of ASCE 7 26.7, in short."""

RISKS = {
    "I": "low hazard to life if it falls",
    "II": "all that is in no other category",
    "III": "substantial hazard to life",
    "IV": "essential facilities",
}
"""The risk categories of ASCE 7 table 1.5-1 and IBC table 1604.5, in short."""


def in_words(choices: dict[int, str] | dict[str, str]) -> str:
    """The choices as one sentence.

    >>> in_words({1: "rock", 2: "sand"})
    '1: rock; 2: sand'
    """
    return "; ".join(f"{choice}: {words}" for choice, words in choices.items())
