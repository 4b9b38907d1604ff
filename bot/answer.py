"""An HTTP/1.1 answer as its bytes come (RFC 9112, 4 to 7): by length, in chunks, or up to the connection's end."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

HEAD = 1 << 16  # bytes of status line and headers at most
SIZE = re.compile(rb"[0-9a-fA-F]{1,15}")


class Garbled(Exception):  # noqa: N818 - says what happened
    """What came is not HTTP."""


class Answer(NamedTuple):
    """Status, headers (names in lower case) and body."""

    status: int
    headers: Mapping[bytes, bytes]
    body: bytes

    def header(self, name: bytes) -> str:
        """A header's value, or nothing."""
        return self.headers.get(name, b"").decode("latin-1")


class Reading:
    """One answer, as its bytes come."""

    __slots__ = ("at", "buffer", "chunks", "headers", "keep", "length", "status")

    def __init__(self) -> None:
        self.buffer = bytearray()
        self.status, self.headers = 0, dict[bytes, bytes]()
        self.length: int | None = None  # of the body, where it is told
        self.chunks: bytearray | None = None  # the body so far, where it comes in chunks
        self.at = 0  # where the next chunk begins
        self.keep = True  # whether another answer may come on this connection

    def feed(self, data: bytes) -> Answer | None:
        """More bytes; the answer once it is whole. Raises Garbled."""
        self.buffer += data
        while not self.status:
            end = self.buffer.find(b"\r\n\r\n")
            if end < 0:
                if len(self.buffer) > HEAD:
                    raise Garbled
                return None
            self._head(bytes(self.buffer[:end]))
            del self.buffer[: end + 4]
        return self._whole()

    def ended(self) -> Answer | None:
        """The other side closed: the answer, if its end was to be told this way."""
        self.keep = False
        told = self.length is not None or self.chunks is not None
        return None if told or not self.status else Answer(self.status, self.headers, bytes(self.buffer))

    def _head(self, head: bytes) -> None:
        first, *lines = head.split(b"\r\n")
        if not first.startswith(b"HTTP/1.") or not first[9:12].isdigit():
            raise Garbled
        status = int(first[9:12])
        if 100 <= status < 200:  # another head follows
            return
        self.status = status
        for line in lines:
            name, _, value = line.partition(b":")
            self.headers[name.lower()] = value.strip()
        kept = self.headers.get(b"connection", b"").lower()
        self.keep = b"close" not in kept and not first.startswith(b"HTTP/1.0")
        if b"chunked" in self.headers.get(b"transfer-encoding", b"").lower():
            self.chunks = bytearray()
        elif status in (204, 304):
            self.length = 0
        elif (length := self.headers.get(b"content-length")) is not None:
            if not length.isdigit():
                raise Garbled
            self.length = int(length)

    def _whole(self) -> Answer | None:
        if self.chunks is not None:
            return self._chunked(self.chunks)
        if self.length is None or len(self.buffer) < self.length:
            return None
        return self._done(bytes(self.buffer[: self.length]), self.length)

    def _chunked(self, body: bytearray) -> Answer | None:
        while (line := self.buffer.find(b"\r\n", self.at)) >= 0:
            told = SIZE.match(self.buffer, self.at, line)
            if told is None:
                raise Garbled
            begin, size = line + 2, int(told[0], 16)
            if not size:  # what may follow are trailers, up to an empty line
                end = self.buffer.find(b"\r\n\r\n", line)
                return None if end < 0 else self._done(bytes(body), end + 4)
            if len(self.buffer) < begin + size + 2:
                return None
            body += self.buffer[begin : begin + size]
            self.at = begin + size + 2
        return None

    def _done(self, body: bytes, used: int) -> Answer:
        self.keep = self.keep and len(self.buffer) == used
        return Answer(self.status, self.headers, body)
