"""The HTTP client under python-telegram-bot, and errors that say whether anything left."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import orjson
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.wire import Client, Limits, Unanswered, Unsent

CONNECT, READ, TOTAL_EXTRA = 5.0, 15.0, 5.0


class NotSent(NetworkError):  # noqa: N818 - says what happened
    """No byte left this machine: sending again is safe."""


class MaybeSent(TimedOut):
    """Something left and no answer came: it may have arrived."""

    def __init__(self, message: str = "no answer") -> None:
        super().__init__(message)


def _seconds(value: Any, default: float) -> float:
    return float(value) if isinstance(value, (int, float)) else default


class Transport(BaseRequest):
    """Kept-alive connections, opened when first used; each holds a quarter of a megabyte where it is encrypted."""

    def __init__(self, connections: int = 128) -> None:
        self.connections = connections
        self.client: Client | None = None
        self.dated: Callable[[str], None] = lambda _date: None  # hears the Date of every answer

    @property
    def read_timeout(self) -> float | None:
        """Seconds that an answer may take by default."""
        return READ

    async def initialize(self) -> None:
        """Be ready; nothing is opened yet."""
        if self.client is None:
            self.client = Client(self.connections)

    async def shutdown(self) -> None:
        """Close the connections."""
        if self.client is not None:
            client, self.client = self.client, None
            await client.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - the whole exchange has one limit
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - the same
    ) -> tuple[int, bytes]:
        """One request; raises NotSent or MaybeSent, both without the URL, which holds the token."""
        if self.client is None:
            raise NotSent("the transport is closed")
        read = _seconds(read_timeout, READ)
        connect = _seconds(connect_timeout, CONNECT)
        headers, body = _content(request_data)
        limits = Limits(connect, read, read + connect + TOTAL_EXTRA)
        try:
            answer = await self.client.ask(method, url, headers, body, limits)
        except Unsent as error:
            raise NotSent(str(error)) from None
        except Unanswered as error:
            raise MaybeSent(str(error)) from None
        self.dated(answer.header(b"date"))
        return answer.status, answer.body

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Telegram's answer as JSON; what orjson refuses (lone surrogates) goes the patient way."""
        try:
            return orjson.loads(payload)  # type: ignore[no-any-return]
        except orjson.JSONDecodeError:
            pass
        try:
            return json.loads(payload.decode("utf-8", "replace"))  # type: ignore[no-any-return]
        except ValueError as error:
            raise TelegramError("Invalid server response") from error


def _content(data: RequestData | None) -> tuple[bytes, bytes]:
    """Header lines and body."""
    if data is None or not data.parameters:
        return b"", b""
    if not data.contains_files:
        return b"Content-Type: application/json\r\n", orjson.dumps(data.parameters)
    return _form(data)


def _form(data: RequestData) -> tuple[bytes, bytes]:
    """The body with files in it (RFC 7578), names escaped as browsers do."""
    line = f"--{uuid4().hex}".encode()
    parts: list[bytes] = []
    for name, text in data.json_parameters.items():
        parts += (line, b'Content-Disposition: form-data; name="%b"\r\n' % _quoted(name), text.encode())
    for name, (filename, content, kind) in data.multipart_data.items():
        where = b'Content-Disposition: form-data; name="%b"; filename="%b"' % (
            _quoted(name),
            _quoted(filename),
        )
        file = content if isinstance(content, bytes) else content.read()
        parts += (line, b"%b\r\nContent-Type: %b\r\n" % (where, kind.encode()), file)
    body = b"\r\n".join((*parts, line + b"--", b""))
    return b"Content-Type: multipart/form-data; boundary=%b\r\n" % line[2:], body


def _quoted(name: str) -> bytes:
    return name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A").encode()
