"""What carries a sign and is held against nothing: told with the verdict, on paper and screen."""

from collections.abc import Collection

from apex_cli.vocabulary import JsonObject

LOADS_ONLY = "loads only"


def unchecked(kinds: Collection[str], inputs: JsonObject) -> str:
    """What takes the loads of an answer and is not checked: poles, anchors, a monument; often none.

    What is never checked, such as fatigue, stands in the answer's own list.

    Args:
        kinds: What was calculated.
        inputs: What was read.

    >>> unchecked(["exposure", "footing"], {"sign": {"poles": {"count": 1}}})
    'poles not checked'
    >>> unchecked(["exposure", "footing"], {"sign": {"elements": [{"name": "monument"}]}})
    'structure not checked'
    """
    sign = inputs.get("sign") or {}
    if "exposure" not in kinds:
        return ""
    if sign.get("poles"):
        return "" if "support" in kinds else "poles not checked"
    mounting = sign.get("mounting") or "ground"
    if mounting == "ground":
        return "structure not checked" if sign.get("elements") else ""
    groups = {
        "wall": [face.get("anchors") for face in sign.get("elements") or []],
        "projecting": [(sign.get("brackets") or {}).get("anchors")],
    }.get(mounting, [])
    bare = [(one or {}).get("tension_lbf") is None for one in groups]
    if not any(bare):
        return ""
    return "anchors not checked" if all(bare) else "some anchors not checked"
