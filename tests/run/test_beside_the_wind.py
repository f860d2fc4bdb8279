"""Ice and attachments, solved again and again, are what they are solved alone."""

import copy
import json
import random
from pathlib import Path
from typing import Any

from apex_cli.equations import Bare
from apex_cli.packs.catalogue import Catalogue
from apex_cli.run.chain import solve
from apex_cli.run.prepare import prepare
from apex_cli.run.repeat import Repeated

CAMERA = Path(__file__).parents[2] / "examples" / "camera-pole.json"


def test_repeated_as_alone() -> None:
    first: dict[str, Any] = json.loads(CAMERA.read_bytes())
    first["sign"]["poles"] |= {"count": 2, "spacing_ft": 5}
    catalogue, draw = Catalogue(), random.Random(21)
    repeated = Repeated(prepare("footing", first, catalogue), first)
    for number in range(40):
        other = copy.deepcopy(first)
        if number % 2:
            other["site"]["ice"]["thickness_in"] = draw.uniform(0, 2)
        else:
            other["sign"]["attachments"][2]["offset_ft"] = draw.uniform(-4, 4)
        prepared, alone = prepare("footing", other, catalogue), Bare()
        again, found = repeated(prepared.project), solve(prepared, alone)
        assert again.found["footing"] == found["footing"]
        assert again.checks == alone.checks
