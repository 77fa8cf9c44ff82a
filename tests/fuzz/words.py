"""Pieces of the formats that strangers write, for the fuzzer to insert."""

from __future__ import annotations

JSON = (
    b"null", b"true", b"[", b"{", b"}", b"]", b'"', b'":', b"\\u0000", b"\\ud800", b"\\udc00", b"1e999", b"NaN", b"-0",
    b"9" * 5000, b'{"a":' * 3000, b"[" * 3000, b'"__proto__"', b"\xef\xbb\xbf", b"\xff",
)  # fmt: skip
YAML = (
    b"&a ", b"*a", b"<<: ", b"? ", b"- ", b": ", b"!!int ", b"!!bool ", b"!!timestamp ", b"!!float ", b"!!binary ",
    b"!!set ", b"!!omap ", b"!!pairs ", b"!!null ", b"!!python/name:os.system ", b"2026-13-45", b"0b_", b"0x_",
    b"1:59", b".inf", b".nan", b"9" * 5000, b"[" * 2000, b"{" * 2000, b"- " * 2000, b"---\n", b"...\n",
    b"%YAML 1.1\n", b"|\n", b">+2\n", b'"\\ud800"', b'"\\x00"', b"\xff", b"\x85", b"\xe2\x80\xae",
)  # fmt: skip
MARKS = (
    b"<script>", b"</script>", b"<!--", b"-->", b"]]>", b"<?", b"{{7*7}}", b"{% raw %}", b'#read("/etc/passwd")',
    b"\r\n", b"\0", b"\xe2\x80\xae", b"\xee\x80\x80", b"\xee\x80\x81", b"%00", b"javascript:",
)  # fmt: skip
