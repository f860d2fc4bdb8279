"""Several foundation methods on one project in one table, with the sweep."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

EXAMPLES = Path(__file__).parents[2] / "examples"

Apex = Callable[..., CompletedProcess[bytes]]


def test_methods_in_one_table(apex: Apex, tmp_path: Path) -> None:
    document = json.loads((EXAMPLES / "pole-sign.json").read_bytes())
    del document["etag"]
    document["soil"] = {"class": 5, "undrained_shear_strength_psf": 1500}
    project = tmp_path / "clay.json"
    project.write_text(json.dumps(document), "utf-8")
    refs = ("ibc-2024_v1", "ibc-2021_v1", "broms-clay_v1")
    vary = f"packs.footing={','.join(refs)}"
    done = apex("sweep", "footing", project, "--vary", vary, "--format", "table")
    assert done.returncode == 0
    depths = {}
    for line in done.stdout.decode().splitlines():
        words = line.split()
        if words and words[0] in refs:
            depths[words[0]] = float(words[1])
    assert set(depths) == set(refs)
    for ref, depth in depths.items():
        alone = apex("calc", "footing", project, "--pack", f"footing={ref}")
        assert json.loads(alone.stdout)["result"]["depth_ft"] == depth
    assert depths["ibc-2024_v1"] == depths["ibc-2021_v1"] != depths["broms-clay_v1"]
