"""An answer is the same however its bytes were cut, and nothing but HTTP passes for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answer import Answer, Garbled, Reading

PLAIN = b"HTTP/1.1 200 OK\r\nDate: today\r\nContent-Length: 5\r\n\r\nhello"
CHUNKS = (
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    b"3;why=not\r\nhel\r\n02\r\nlo\r\n0\r\nTrailer: x\r\n\r\n"
)
BARE_CHUNKS = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"
AFTER_OTHERS = b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" + PLAIN
EMPTY = b"HTTP/1.1 200 OK\r\ncontent-length:0\r\n\r\n"
NONE = b"HTTP/1.1 204 No Content\r\n\r\n"
WHOLE = [
    (PLAIN, 200, b"hello"),
    (CHUNKS, 200, b"hello"),
    (BARE_CHUNKS, 200, b"hello"),
    (AFTER_OTHERS, 200, b"hello"),
    (EMPTY, 200, b""),
    (NONE, 204, b""),
]


def read(*pieces: bytes) -> tuple[Answer | None, Reading]:
    reading, answer = Reading(), None
    for number, piece in enumerate(pieces):
        answer = reading.feed(piece)
        assert answer is None or number == len(pieces) - 1, "whole before its end"
    return answer, reading


@given(st.sampled_from(WHOLE), st.data())
def test_cut_anywhere_it_is_the_same(case, data):
    raw, status, body = case
    cuts = sorted(data.draw(st.sets(st.integers(1, len(raw) - 1), max_size=6)))
    pieces = [raw[a:b] for a, b in zip([0, *cuts], [*cuts, len(raw)], strict=True)]
    answer, reading = read(*pieces)
    assert answer is not None
    assert (answer.status, answer.body) == (status, body)
    assert reading.keep


@given(st.sampled_from(WHOLE), st.data())
def test_a_part_is_no_answer_even_where_the_connection_ends(case, data):
    raw = case[0]
    reading = Reading()
    assert reading.feed(raw[: data.draw(st.integers(0, len(raw) - 1))]) is None
    assert reading.ended() is None


def test_without_a_length_the_end_of_the_connection_is_the_end():
    answer, reading = read(b"HTTP/1.1 200 OK\r\n\r\nhel", b"lo")
    assert answer is None
    ended = reading.ended()
    assert ended is not None
    assert (ended.body, reading.keep) == (b"hello", False)


@pytest.mark.parametrize(
    "raw",
    [
        PLAIN + b"HTTP/1.1 200",
        PLAIN.replace(b"HTTP/1.1", b"HTTP/1.0"),
        PLAIN.replace(b"Date: today", b"Connection: Close"),
    ],
)
def test_such_a_connection_takes_no_second_request(raw):
    answer, reading = read(raw)
    assert answer is not None
    assert answer.body == b"hello"
    assert not reading.keep


@pytest.mark.parametrize(
    "raw",
    [
        b"SSH-2.0-OpenSSH_9.6\r\n\r\n",
        b"HTTP/1.1 abc OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 5x\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
        b"x" * 70_000,
    ],
)
def test_what_is_not_http_is_refused(raw):
    with pytest.raises(Garbled):
        Reading().feed(raw)


def test_headers_are_found_whatever_their_case():
    answer, _ = read(PLAIN)
    assert answer is not None
    assert (answer.header(b"date"), answer.header(b"nothing")) == ("today", "")
