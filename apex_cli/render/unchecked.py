"""What carries a sign and is held against nothing: told with the verdict, on paper and screen."""

from collections.abc import Collection

from apex_cli.vocabulary import JsonObject

LOADS_ONLY = "loads only"


def unchecked(kinds: Collection[str], inputs: JsonObject) -> str:
    """The poles and anchors that take the loads of an answer and are not checked; often none.

    What is never checked, such as fatigue, stands in the answer's own list.

    Args:
        kinds: What was calculated.
        inputs: What was read.

    >>> unchecked(["exposure", "footing"], {"sign": {"poles": {"count": 1}}})
    'poles not checked'
    """
    sign = inputs.get("sign") or {}
    if "exposure" not in kinds:
        return ""
    if sign.get("poles"):
        return "" if "support" in kinds else "poles not checked"
    groups = {
        "wall": [face.get("anchors") for face in sign.get("elements") or []],
        "projecting": [(sign.get("brackets") or {}).get("anchors")],
    }.get(sign.get("mounting", ""), [])
    bare = any((one or {}).get("tension_lbf") is None for one in groups)
    return "anchors not checked" if bare else ""
