"""The HTTP client under python-telegram-bot, and errors that say whether anything left."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from functools import lru_cache
from typing import Any

import orjson
from pyreqwest.client import Client, ClientBuilder
from pyreqwest.exceptions import DetailedPyreqwestError, PoolTimeoutError
from pyreqwest.multipart import FormBuilder, PartBuilder
from pyreqwest.request import ConsumedRequest
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

CONNECT, READ = 5.0, 15.0  # seconds: until a connection stands, and for the answer on top of that
KEPT = timedelta(seconds=50)  # an unused connection; servers close theirs after about 75
REFUSALS = (401, 404)  # in JSON: the token is wrong; else a gateway or a captive portal speaks
UNCONNECTED = {"message": "client error (Connect)"}  # no name, connection or handshake: no request began


class NotSent(NetworkError):  # noqa: N818 - says what happened
    """No byte left this machine: sending again is safe."""


class MaybeSent(TimedOut):
    """Something left and no answer came: it may have arrived."""

    def __init__(self, message: str = "no answer") -> None:
        super().__init__(message)


class Transport(BaseRequest):
    """Kept-alive connections, opened when first used; at most `connections` requests at a time."""

    def __init__(self, connections: int = 128, connect: float = CONNECT) -> None:
        self.connections, self.connect = connections, connect
        self.client: Client | None = None
        self.dated: Callable[[str], None] = lambda _date: None  # hears the Date of every answer

    @property
    def read_timeout(self) -> float | None:
        """Seconds that an answer may take by default."""
        return READ

    async def initialize(self) -> None:
        """Be ready; nothing is opened yet."""
        if self.client is None:
            self.client = _client(self.connections, timedelta(seconds=self.connect))

    async def shutdown(self) -> None:
        """Close the connections; what is under way ends as MaybeSent."""
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
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - the same for all connections
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - the same as for a connection
    ) -> tuple[int, bytes]:
        """One exchange; raises NotSent or MaybeSent, neither tells or chains the URL, which holds the token."""
        if self.client is None:
            raise NotSent("the transport is closed")
        read = float(read_timeout) if isinstance(read_timeout, (int, float)) else READ
        request = _request(self.client, method, url, request_data, read + self.connect)
        if request is None:
            raise NotSent("no address to send to")
        try:
            answer = await request.send()
            body = bytes(await answer.bytes())
        except Exception as error:
            fault = _fault(error)
        else:
            self.dated(answer.get_header("date") or "")
            if answer.status not in REFUSALS or body.lstrip().startswith(b"{"):
                return answer.status, body
            fault = MaybeSent(f"{answer.status}, but not from the Bot API")
        raise fault  # out here, where Python does not chain the other to it

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


def _client(connections: int, connect: timedelta) -> Client:
    """No redirects, no proxies, no cookies, no compression; HTTP/1.1; certificates as the system trusts them."""
    builder = ClientBuilder().user_agent("strongstride").follow_redirects(False).no_proxy().http1_only()
    builder = builder.gzip(False).brotli(False).zstd(False).deflate(False).referer(False)
    builder = builder.max_connections(connections).pool_timeout(connect)
    return builder.connect_timeout(connect).pool_idle_timeout(KEPT).build()


def _request(
    client: Client, method: str, url: str, data: RequestData | None, seconds: float
) -> ConsumedRequest | None:
    """The request with its body; nothing where the URL is none."""
    try:
        builder = client.request(method, url).timeout(_span(seconds))
    except ValueError:
        return None
    if data is None or not data.parameters:
        return builder.build()
    if data.contains_files:
        return builder.multipart(_form(data)).build()
    return (
        builder.header("Content-Type", "application/json").body_bytes(orjson.dumps(data.parameters)).build()
    )


@lru_cache(maxsize=16)
def _span(seconds: float) -> timedelta:
    return timedelta(seconds=seconds)


def _form(data: RequestData) -> FormBuilder:
    """The body with files in it (RFC 7578); names as they are, quotes and line ends escaped as browsers do."""
    form = FormBuilder().percent_encode_noop()
    for name, text in data.json_parameters.items():
        form = form.text(name, text)
    for name, (filename, content, kind) in data.multipart_data.items():
        part = PartBuilder.from_bytes(content if isinstance(content, bytes) else content.read())
        form = form.part(name, part.file_name(_quoted(filename)).mime(kind))
    return form


def _quoted(name: str) -> str:
    return name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")


def _fault(error: Exception) -> NetworkError:
    """What certainly did not leave is NotSent. The name says too little: a ConnectError may come after the request."""
    unconnected = isinstance(error, DetailedPyreqwestError) and UNCONNECTED in (
        error.details.get("causes") or ()
    )
    if unconnected or isinstance(error, PoolTimeoutError):
        return NotSent(type(error).__name__)
    return MaybeSent(type(error).__name__)
