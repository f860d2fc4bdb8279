"""What is large, long or deep on purpose: each is answered or refused within the same limits."""

import json

import orjson

from apex_cli.envelope.build import content_digest
from tests.fuzz.seeds import BOOK, answers, packs
from tests.fuzz.texts import TABLE

MANY = 100_000
DIGITS = b"9" * 1_000_000
_BOOK = dict(packs())[f"pricing_{BOOK}"]


def _setting(value: object) -> bytes:
    return b"site.wind_speed_mph=" + json.dumps(value).encode()


JSONS = (
    b"[" * MANY, b'{"a":' * MANY, b'{"a":' + b"[" * MANY + b"]" * MANY + b"}",
    b'{"schema_version":' + DIGITS + b"}", b'{"name":"' + b"x" * 9_000_000 + b'"}',
    b'{"a":0.' + DIGITS + b"}", b'{"a":1e' + DIGITS + b"}",
    b'{"name":"' + b"\\u00e9" * MANY + b'"}', b'{"a":[' + b"1," * MANY + b"1]}",
    b"{" + b"".join(b'"%d":1,' % number for number in range(MANY)) + b'"z":1}',
    b'{"site":{"wind_speed_mph":"' + b"9" * MANY + b' mph"}}', b" " * 9_000_000,
    b'{"sign":{"elements":[' + b'{"width_ft":1,"height_ft":1,"bottom_ft":1},' * 6_000 + b"{}]}}",
    b'{"name":"' + b"\\" * MANY + b'"}', b'"' * MANY,
)  # fmt: skip
YAMLS = (
    b"[" * MANY, b"a: " + b"[" * MANY + b"]" * MANY, b"{a: " * MANY, b"- " * MANY,
    b"? " * MANY, b"".join(b" " * n + b"a:\n" for n in range(1_000)), b"a: " + DIGITS,
    b"a: &a [x]\n" + b"b: [" + b"*a, " * MANY + b"]\n",
    b"a0: &a0 [x]\n" + b"".join(b"a%d: &a%d [%s]\n" % (n, n, b"*a%d, " % (n - 1) * 9)
                                for n in range(1, 30)),
    b"a: '" + b"x" * 9_000_000 + b"'", b"a: |\n" + b"  x\n" * MANY, b"# x\n" * MANY,
    b"%TAG ! x\n" * MANY, b"---\n" * MANY, b"a: 0x" + b"f" * MANY, b"a: 1" + b":59" * MANY,
    b"".join(b"k%d: 1\n" % number for number in range(MANY)),
    b"a: " + b"!" * MANY, b"a: " + b"&a" * MANY, b"? a\n" * MANY, b"!!a " * MANY, b"\t" * MANY,
)  # fmt: skip
TEXTS = (
    DIGITS, b"1" * 9 + b"e" + DIGITS, DIGITS + b" ft", b"1/" + DIGITS + b" ft",
    b"1 ft " * MANY, b"1'" * MANY, b" " * 1_000_000, b"-" * MANY, b"1." * MANY, b"ft" * MANY,
    b"1 ft2" + b"^2" * MANY, b"\xe2\x85\x93" * MANY, b"1 lbf" + b"/ft" * MANY, b"1_0" * MANY,
)  # fmt: skip
_DEEP = b"*".join([b"width_ft"] * MANY)


def _envelope(**more: object) -> bytes:
    """A small answer with more in it, under a right digest."""
    envelope = {**orjson.loads(min(answers(), key=len)), **more}
    return orjson.dumps({**envelope, "content_sha256": content_digest(envelope)})


def _priced(words: bytes) -> bytes:
    """A price book one of whose expressions is these words."""
    return _BOOK.replace(b"quantity: ", b"quantity: " + words + b" #", 1)


GIANTS: dict[str, tuple[bytes, ...]] = {
    "reader": JSONS,
    "answers": JSONS[-4:],
    "yaml": YAMLS,
    "packs": (*YAMLS, *(_priced(words) for words in (
        b"(" * MANY, b"1" + b"+1" * MANY, _DEEP, b"2" + b"**9" * 9, b"-" * MANY, DIGITS,
    ))),
    "units": tuple(one + unit for one in TEXTS for unit in (b"\0ft", b"\0psf")),
    "set": (
        *(b"sign.name=" + one for one in (*TEXTS, *JSONS)), *TEXTS,
        *(b"a.b." + one for one in TEXTS), b"a." * MANY + b"b=1", b"/a" * MANY + b"=1",
        _setting([[]] * 1_000), _setting("x" * MANY),
    ),
    "axes": (
        b"site.kzt=1:2:1e-9", b"site.kzt=0:1e308:1", b"site.kzt=" + b"1," * 60_000,
        b"site.kzt=1:" + DIGITS + b":1", b"site.kzt=1:2:0.0001\0footing.width_ft=1:2:0.0001",
        b"\0".join(b"a%d=1:100:1" % n for n in range(50)), b"a=1:2:5e-324", b"a=-1e308:1e308:1",
        *(b"a=" + one for one in TEXTS), *(b"a=1 ft:" + one + b":1 ft" for one in TEXTS[:4]),
    ),
    "sticks": (*(b"pipe=" + one for one in TEXTS), b"pipe=" + b"1," * MANY, b"x" * MANY),
    "csv": (
        b"a," * 5_000_000 + b"\n1", b",".join(b"a.b%d" % n for n in range(20_000)) + b"\n1",
         b"name\n" + b"x\n" * 500, b'name\n"' + b"x" * 1_000_000,
        TABLE + b"a,b,115,C,12\n" * 200, b"name\n" + b'"' * MANY, b"a\n" + DIGITS,
        b"a." * MANY + b"\n1", TABLE + b"a," * MANY,
    ),
    "replies": (*JSONS, b'{"speeds_mph":{' + b'"300":1,' * MANY + b'"700":1}}'),
    "merge": (b'{"base":{},"ours":{"a":[' + b"1," * 6_000 + b'1]},"theirs":{"a":[1]}}',),
    "constants": JSONS[:3],
    "envelopes": (
        _envelope(checks=[{"a": 1}] * 30_000), _envelope(**{f"k{n}": n for n in range(60_000)}),
        *JSONS[:8], b"{}\n" * MANY, b"[" + b"{}," * MANY + b"{}]",
    ),
    "signatures": (b"-----BEGIN SSH SIGNATURE-----\n" * MANY, b"U" * 1_000_000, DIGITS),
    "signers": (b"a " * 30_000, b'"' * 60_000, b"a\n" * 30_000, b"a ssh-ed25519 x\n" * 4_000,
                b'a namespaces="' + b"x" * 60_000, b"cert-authority," * 4_000),
}  # fmt: skip
"""By target."""
