"""The HTTP client under python-telegram-bot: aiohttp, and errors that say whether anything left."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import aiohttp
import orjson
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

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
    """One aiohttp session, kept-alive connections, opened when first used."""

    def __init__(self, connections: int = 256) -> None:
        self.connections = connections
        self.session: aiohttp.ClientSession | None = None
        self.dated: Callable[[str], None] = lambda _date: None  # hears the Date of every answer

    @property
    def read_timeout(self) -> float | None:
        """Seconds that an answer may take by default."""
        return READ

    async def initialize(self) -> None:
        """Open the session."""
        if self.session is None or self.session.closed:
            connector = aiohttp.TCPConnector(limit=self.connections, keepalive_timeout=50, ttl_dns_cache=60)
            self.session = aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())

    async def shutdown(self) -> None:
        """Close the session."""
        if self.session is not None:
            await self.session.close()
            self.session = None

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
        if self.session is None:
            raise NotSent("the transport is closed")
        read = _seconds(read_timeout, READ)
        connect = _seconds(connect_timeout, CONNECT)
        limits = _limits(read, connect)
        body = _body(request_data)
        try:
            async with self.session.request(method, url, timeout=limits, **body) as answer:
                self.dated(answer.headers.get("Date", ""))
                return answer.status, await answer.read()
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise NotSent(type(error).__name__) from None
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise MaybeSent(type(error).__name__) from None

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


@lru_cache(maxsize=16)
def _limits(read: float, connect: float) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(total=read + connect + TOTAL_EXTRA, connect=connect, sock_read=read)


def _body(data: RequestData | None) -> dict[str, Any]:
    if data is None or not data.parameters:
        return {}
    if not data.contains_files:
        return {"data": orjson.dumps(data.parameters), "headers": {"Content-Type": "application/json"}}
    form = aiohttp.FormData()
    for name, text in data.json_parameters.items():
        form.add_field(name, text)
    for name, (filename, content, kind) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return {"data": form}
