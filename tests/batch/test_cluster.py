"""The cluster engine on a real cluster of processes on this machine."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from apex_cli.batch import cluster, pool
from apex_cli.batch.calculator import Job
from apex_cli.batch.item import Chunk, Item
from apex_cli.errors import FileProblem, InvalidInput

ROOT = Path(__file__).parents[2]
EXAMPLE = (ROOT / "examples" / "bare-footing.json").read_bytes()
JOB = Job("footing")

distributed = pytest.importorskip("distributed")
pytestmark = pytest.mark.filterwarnings("ignore")  # the cluster's own


HOSTILE = (
    b"", b"\xff\xfe{", b"{" * 99_999, b'{"name": "\\ud800"}', b"\x00" * 9, b"\x1b[2J::error::x",
    b"cos\nsystem\n(S'touch owned'\ntR.", b"\x80\x04cposix\nsystem\n", b"!!python/name:os.system",
    b'{"schema_version": 1, "name": "\\u0000${x}{{7*7}}", "packs": {"footing": "../../x_v1"}}',
)  # fmt: skip
"""Lines that a worker must not obey: of what pickles, YAML and terminals are made, too."""


def stream(count: int) -> list[Chunk]:
    return [tuple(Item("s", n * 8 + m, EXAMPLE) for m in range(8)) for n in range(count)]


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[int]]]:
    """The address of a scheduler with two workers, and the workers' processes."""
    folder = tmp_path_factory.mktemp("cluster")
    file = folder / "scheduler.json"
    log = (folder / "log").open("wb")

    def start(*args: str) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-m", "dask", *args, "--scheduler-file", str(file)]
        return subprocess.Popen(command, cwd=folder, stdout=log, stderr=log, env=os.environ)

    with ExitStack() as stack:
        stack.callback(log.close)
        started = [start("scheduler", "--port", "0", "--no-dashboard")]
        worker = ("worker", "--no-nanny", "--nthreads", "1", "--no-dashboard")
        started += [start(*worker), start(*worker)]
        for process in started:
            stack.callback(process.wait, 30)
            stack.callback(process.kill)
        end = time.monotonic() + 60
        while not file.exists() and time.monotonic() < end:
            time.sleep(0.1)
        yield json.loads(file.read_text())["address"], [one.pid for one in started[1:]]


def test_same_lines_even_when_a_worker_is_lost(scheduler: tuple[str, list[int]]) -> None:
    address, workers = scheduler
    with distributed.Client(address, set_as_default=False) as client:
        client.wait_for_workers(len(workers), timeout=60)
    chunked = stream(30)
    refused = InvalidInput("not a table: \x00\udce9", code="project.malformed")
    bad = [*(Item("é\n::error::", n, line) for n, line in enumerate(HOSTILE))]
    chunked.append((*bad, Item("t.csv", None, b"", refused)))
    alone = list(pool.serial(JOB, chunked))
    assert list(cluster.cluster(JOB, chunked, address)) == alone
    told = []
    for done in cluster.cluster(JOB, stream(60), address):
        told.append(done)
        if len(told) == 5:
            os.kill(workers[0], 9)
    assert told == list(pool.serial(JOB, stream(60)))


def test_no_worker_is_told() -> None:
    with (
        distributed.LocalCluster(n_workers=0, dashboard_address=None, processes=False) as nobody,
        pytest.raises(FileProblem, match="has no worker"),
    ):
        list(cluster.cluster(JOB, stream(1), nobody.scheduler_address, patience=2))


def test_no_scheduler_is_told() -> None:
    with pytest.raises(FileProblem, match="does not answer"):
        list(cluster.cluster(JOB, stream(1), "tcp://127.0.0.1:1", patience=0.5))


@pytest.mark.parametrize(
    "address",
    ["", " ", "processes", "ucx://a:1", "foo://a:1", "tcp://a", "tcp://a b:1",
     "tcp://a:1\n", "tcp://\x00", "tcp://a:999999", "/etc/passwd:1", "file:///a:1",
     "a" * 999 + ":1", "\ud800"],
)  # fmt: skip
def test_what_is_no_address_is_asked_nothing(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(distributed, "Client", None)
    with pytest.raises(FileProblem, match="is no address, like tcp://host:8786") as caught:
        list(cluster.cluster(JOB, [], address))
    assert caught.value.problem_code == "batch.no_scheduler"
    assert len(caught.value.detail) < 400


@pytest.mark.parametrize("error", [TypeError("TLS expects a context"), AssertionError()])
def test_whatever_a_transport_raises_nobody_answers(
    error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def client(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(distributed, "Client", client)
    with pytest.raises(FileProblem, match=r"does not answer: (TLS expects|AssertionError)"):
        list(cluster.cluster(JOB, [], "tls://127.0.0.1:1"))
