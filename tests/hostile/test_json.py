"""JSON as RFC 8259 has it, written anew: what must be read, what refused, what may be either.

Each stands as the description of a project and as a whole file; duplicate keys, numbers beyond a
double, half surrogates and a byte-order mark are refused although RFC 8259 lets them.
"""

import json

import pytest

from apex_cli.audit.envelopes import parse_envelope
from apex_cli.errors import InvalidInput
from apex_cli.project.document import document_of
from apex_cli.project.text import parse

READ = [
    b"[]", b"{}", b"[[]   ]", b'[""]', b'[null, 1, "1", {}]', b"[1\n]", b" [1]", b"[2] ",
    b"[1,null,null,2]",
    b"0", b"-0", b"-1", b"20e1", b"1E22", b"1E-2", b"1E+2", b"1e-2", b"123.456e78", b"0e+1", b"0e1",
    b"0.000000000000000000000000001", b"123.456789", b"0e-400", b"true", b"false", b"null",
    b'"\\u0060\\u012a\\u12AB"', b'"\\ud801\\udc37"', b'"\\"\\\\\\/\\b\\f\\n\\r\\t"', b'"\\\\u0000"',
    b'"a/*b*/c/*d//e"', b'"\\\\a"', b'"\\u0000"', b'"\xf4\x8f\xbf\xbf"', b'"\xef\xbf\xbf"',
    b'"\\u0821\\u03c0"', b'"\\uFFFE"', b'"\xe2\x80\xa8\xe2\x80\xa9"', b'"\x7f"', b'" "', b"[\t]",
    b'{"":0}', b'{"a":[]}', b'{"a":"b","c":1}', b'{"\\u0000":1}', b'"new\\u00A0line"', b"\r\n1",
]  # fmt: skip
REFUSED = [
    b"", b" ", b"[1 true]", b"[a\xe5]", b'["": 1]', b'[""],', b"[,1]", b"[1,,2]", b'["x",,]',
    b'["x"]]',
    b'["",]', b'["x"', b"[x", b"[3[4]]", b"[1,]", b"[,]", b"[-]", b'[   , ""]', b'["a",\n4\n,1,',
    b"[*]", b"[1,\n1\n,1", b"[{}", b"fals", b"nul", b"tru", b"True", b"NULL", b"+1", b"++1",
    b"+Inf",
    b"-01", b"-1.0.", b"-2.", b"-NaN", b".-1", b".2e-3", b"0.1.2", b"0.3e+", b"0.3e", b"0.e1",
    b"0e+",
    b"0E", b"1.0e+", b"1.0e-", b"1.0e", b"1 000.0", b"1eE2", b"2.e+3", b"9.e+", b"Inf", b"NaN",
    b"Infinity", b"-Infinity", b"0x1", b"0x42", b"\xef\xbc\x91", b"1+2", b"-foo", b"- 1", b"-012",
    b"-.123", b"012", b"1.", b"1.e1", b".1", b"1_000", b"0o14", b"1e999", b"1e-400",
    b"-1e999", b"9" * 20,
    b'{"a" b}', b'{:"b"}', b'{"a" "b"}', b'{"a":', b'{"a"', b"{1:1}", b"{null:null}", b'{"id":0,}',
    b"{'a':0}", b'{"a":"a" 123}', b'{"a":/*c*/1}', b'{"a":0}#', b'{"a":0,,}', b'{a: "b"}',
    b'{"a":"a',
    b'{"a":1,"a":1}', b'{"a":0,"\\u0061":0}', b"/**/1", b"1//", b'"\\x00"', b'"\\uD800\\"',
    b'"\\u00A"',
    b'"\\uD834\\uDd"', b'"\\', b'"\\a"', b'"\xe5"', b'"\\\xf0\x9f\x8c\x80"', b"'a'", b'"\t"',
    b'"\n"',
    b'"\x00"', b'"\x1f"', b'"\\uD800"', b'"\\uDC00\\uD800"', b'"\\uDFAA"', b'"\xed\xa0\x80"',
    b'"\xc0\xaf"',
    b'"\xf4\xbf\xbf\xbf"', b'"\x81"', b'"\\U0001F600"', b"\xe2\x81\xa0[]", b"<.>", b"[\x0c]",
    b"\x0b1",
    b"[\xc2\xa0]", b"[" * 100_000, b'[{"":' * 50_000, b"{" * 500, b"[1]x", b"]", b"}", b"\x00",
    b"1,2",
]  # fmt: skip


@pytest.mark.parametrize("text", READ)
def test_what_rfc_8259_has_is_read_as_it_is(text: bytes) -> None:
    assert parse(b'{"a":' + text + b"}") == {"a": json.loads(text)}
    envelope = b'{"content_sha256":"x","a":' + text + b"}"
    assert parse_envelope(envelope)["a"] == json.loads(text)


@pytest.mark.parametrize("text", REFUSED, ids=lambda text: repr(text[:12]))
def test_what_it_has_not_is_refused(text: bytes) -> None:
    for whole in (b'{"a":' + text + b"}", text):
        with pytest.raises(InvalidInput) as caught:
            document_of("p.json", whole)
        assert caught.value.exit_code == 3
    with pytest.raises(InvalidInput):
        parse_envelope(b'{"content_sha256":"x","a":' + text + b"}")
