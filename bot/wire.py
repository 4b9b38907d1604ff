"""An HTTP/1.1 client over asyncio for requests with short answers: kept-alive connections, one timer a request.

An own one, because what it costs is what a message costs, and because only here can be told for sure whether a byte of
a request has left. What it does not do: redirects, proxies, compression, cookies.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
from base64 import b64encode
from collections import deque
from contextlib import suppress
from functools import lru_cache
from threading import Thread
from typing import Any, NamedTuple
from urllib.parse import quote, unquote, urlsplit

import aiohappyeyeballs

from bot.answer import Answer, Garbled, Reading

KEPT = 50.0  # seconds that an unused connection is kept; servers close theirs after about 75
RESOLVED = 60.0  # seconds that an address is remembered
STAGGER = 0.25  # seconds until the other family of addresses is tried, too (RFC 8305)
SAFE = "/:?&=%@+,;~!$'()*"  # left as it is in a request line


class Unsent(Exception):  # noqa: N818 - says what happened
    """No byte of the request left."""


class Unanswered(Exception):  # noqa: N818 - says what happened
    """At least a part of the request may have left, and no whole answer came."""


class Limits(NamedTuple):
    """Seconds: until a connection stands, between two pieces of the answer, for everything."""

    connect: float
    read: float
    total: float


class Place(NamedTuple):
    """What a connection leads to."""

    tls: bool
    host: str
    port: int


@lru_cache(maxsize=128)
def aim(method: str, url: str) -> tuple[Place, bytes]:
    """A URL's place and the head of a request to it; nothing in a URL can begin another header."""
    parts = urlsplit(url)
    tls, host = parts.scheme == "https", parts.hostname or ""
    path = quote(parts.path or "/", safe=SAFE) + (f"?{quote(parts.query, safe=SAFE)}" if parts.query else "")
    name = (f"[{host}]" if ":" in host else host) + (f":{parts.port}" if parts.port else "")
    head = f"{method} {path} HTTP/1.1\r\nHost: {name}\r\nUser-Agent: strongstride\r\n"
    if parts.username is not None:
        who = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        head += f"Authorization: Basic {b64encode(who.encode()).decode()}\r\n"
    return Place(tls, host, parts.port or (443 if tls else 80)), head.encode()


class Connection(asyncio.Protocol):
    """One connection with at most one request on it."""

    def __init__(self) -> None:
        self.loop = asyncio.get_running_loop()
        self.transport: Any = None
        self.reading = Reading()
        self.answered: asyncio.Future[Answer] | None = None  # while somebody waits
        self.timer: asyncio.TimerHandle | None = None
        self.heard = self.read = self.until = 0.0
        self.since = 0.0  # unused since, by the loop's clock

    @property
    def usable(self) -> bool:
        """Whether another request can go here."""
        return not self.transport.is_closing()

    async def ask(self, request: bytes, read: float, until: float) -> Answer:
        """Send, wait for the answer; closed afterwards unless it can be used again. Raises Unanswered."""
        self.reading = Reading()
        answered: asyncio.Future[Answer] = self.loop.create_future()
        self.answered = answered
        self.heard, self.read, self.until = self.loop.time(), read, until
        self.timer = self.loop.call_at(min(self.heard + read, until), self._look)
        reusable = False
        try:
            self.transport.write(request)
            answer = await answered
            reusable = self.reading.keep and not self.transport.get_write_buffer_size()
            return answer
        finally:
            self.timer.cancel()
            self.answered = None
            if not reusable:
                self.transport.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """It stands."""
        self.transport = transport

    def resume_writing(self) -> None:
        """A long request is out: the time for the answer begins now."""
        self.heard = self.loop.time()

    def data_received(self, data: bytes) -> None:
        """A piece of the answer; what nobody asked for ends the connection."""
        if self.answered is None or self.answered.done():
            self.transport.abort()
            return
        self.heard = self.loop.time()
        try:
            answer = self.reading.feed(data)
        except Garbled:
            self.answered.set_exception(Unanswered("not HTTP"))
            return
        if answer is not None:
            self.answered.set_result(answer)

    def connection_lost(self, error: Exception | None) -> None:
        """It was closed, by either side."""
        if self.answered is None or self.answered.done():
            return
        answer = self.reading.ended() if error is None else None
        if answer is not None:
            self.answered.set_result(answer)
        else:
            self.answered.set_exception(Unanswered(type(error).__name__ if error else "closed"))

    def _look(self) -> None:
        """The time may be over; while the request is on its way out, only the whole has a limit."""
        now = self.loop.time()
        if self.transport.get_write_buffer_size():
            self.heard = now
        due = min(self.heard + self.read, self.until)
        if now < due:
            self.timer = self.loop.call_at(due, self._look)
        elif self.answered is not None and not self.answered.done():
            self.answered.set_exception(Unanswered("no answer in time"))


class Client:
    """Connections, of which the one used last goes first; at most `most` requests at a time."""

    def __init__(self, most: int) -> None:
        self.slots = asyncio.Semaphore(most)
        self.unused: dict[Place, deque[Connection]] = {}
        self.resolved: dict[Place, tuple[float, asyncio.Future[Any]]] = {}
        self.tls: ssl.SSLContext | None = None
        self.closed = False

    async def ask(self, method: str, url: str, headers: bytes, body: bytes, limits: Limits) -> Answer:
        """One exchange; `headers` are whole lines. Raises Unsent or Unanswered, neither tells the URL."""
        place, head = aim(method, url)
        began = asyncio.get_running_loop().time()
        connection = await self._connection(place, began + limits.connect)
        request = b"%b%bContent-Length: %d\r\n\r\n%b" % (head, headers, len(body), body)
        try:
            answer = await connection.ask(request, limits.read, began + limits.total)
        finally:
            self.slots.release()
        self._keep(place, connection)
        return answer

    async def close(self) -> None:
        """Close what is not in use; what is under way closes when it ends."""
        self.closed = True
        for unused in self.unused.values():
            for connection in unused:
                connection.transport.abort()
        self.unused.clear()
        await asyncio.sleep(0)  # the loop lets go of them

    async def _connection(self, place: Place, until: float) -> Connection:
        """A connection and one of the slots, which the caller gives back."""
        if self.slots.locked():
            await self._slot(until)
        else:
            await self.slots.acquire()  # at once
        try:
            return self._unused(place) or await self._open(place, until)
        except BaseException:
            self.slots.release()
            raise

    async def _slot(self, until: float) -> None:
        try:
            async with asyncio.timeout_at(until):
                await self.slots.acquire()
        except TimeoutError:
            raise Unsent("no connection free") from None

    def _unused(self, place: Place) -> Connection | None:
        unused = self.unused.get(place)
        while unused:
            if (connection := unused.pop()).usable:
                return connection
        return None

    def _keep(self, place: Place, connection: Connection) -> None:
        if not connection.usable:
            return
        if self.closed:
            connection.transport.abort()
            return
        connection.since = asyncio.get_running_loop().time()
        unused = self.unused.setdefault(place, deque())
        unused.append(connection)
        while unused[0].since < connection.since - KEPT:
            unused.popleft().transport.abort()

    async def _open(self, place: Place, until: float) -> Connection:
        """A new connection; whatever goes wrong here, nothing was sent."""
        loop = asyncio.get_running_loop()
        secure: dict[str, Any] = {"ssl": self._tls(), "server_hostname": place.host} if place.tls else {}
        try:
            async with asyncio.timeout_at(until):
                addresses = await self._addresses(place)
                plug = await aiohappyeyeballs.start_connection(
                    addresses, happy_eyeballs_delay=STAGGER, interleave=1, loop=loop
                )
                _, connection = await loop.create_connection(Connection, sock=plug, **secure)
                return connection
        except (OSError, ValueError) as error:  # TimeoutError, gaierror and SSLError are OSErrors
            self.resolved.pop(place, None)  # asked again next time
            raise Unsent(type(error).__name__) from None

    async def _addresses(self, place: Place) -> Any:
        """IPv6 and IPv4; asked once for all who wait, remembered for a minute."""
        now = asyncio.get_running_loop().time()
        until, found = self.resolved.get(place, (0.0, None))
        if found is None or until < now:
            found = resolve(place.host, place.port)
            self.resolved[place] = (now + RESOLVED, found)
        return await asyncio.shield(found)

    def _tls(self) -> ssl.SSLContext:
        """The system's certificate authorities (SSL_CERT_FILE is heeded), names checked."""
        if self.tls is None:
            self.tls = ssl.create_default_context()
            self.tls.set_alpn_protocols(["http/1.1"])
        return self.tls


def resolve(host: str, port: int) -> asyncio.Future[Any]:
    """Addresses of a host, from a thread that nobody waits for: names may take long where there is no network."""
    loop = asyncio.get_running_loop()
    told: asyncio.Future[Any] = loop.create_future()

    def tell(found: Any, error: OSError | None) -> None:
        if not told.done():
            told.set_exception(error) if error else told.set_result(found)

    def look() -> None:
        found, error = None, None
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as mishap:
            error = OSError(type(mishap).__name__)
        with suppress(RuntimeError):  # the loop may be gone
            loop.call_soon_threadsafe(tell, found, error)

    Thread(target=look, daemon=True, name="names").start()
    return told
