"""The HTTP client against servers that do what servers do: what certainly did not leave is NotSent, all else MaybeSent."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import socket
import ssl
import struct
import subprocess
import sys
import time
import traceback
from datetime import timedelta
from email.parser import BytesParser
from email.policy import HTTP

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from telegram import InputFile
from telegram.error import NetworkError, RetryAfter
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot import wire
from bot.clock import Clock
from bot.transport import MaybeSent, NotSent, Transport

TOKEN = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0"
BODY = b'{"ok":true,"result":{"message_id":7}}'
YES = b"HTTP/1.1 200 OK\r\nDate: Mon, 02 Nov 2026 12:00:00 GMT\r\nContent-Length: %d\r\n\r\n%b" % (
    len(BODY),
    BODY,
)
ASK = {"read_timeout": 0.3, "connect_timeout": 0.3}


class Peer:
    """A server whose nth connection is treated by the nth act (later ones by the last)."""

    def __init__(self, *acts, host="127.0.0.1", tls=None):
        self.acts, self.host, self.tls = acts, host, tls
        self.requests: list[bytes] = []
        self.begun = asyncio.Event()  # a first request is there
        self.connections = self.open = self.most = 0

    async def __aenter__(self):
        self.server = await asyncio.start_server(self._meet, self.host, 0, ssl=self.tls)
        self.port = self.server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_):
        self.server.close()
        await asyncio.sleep(0.01)

    def url(self, method="sendMessage", host=None, scheme="http"):
        return f"{scheme}://{host or self.host}:{self.port}/bot{TOKEN}/{method}"

    async def _meet(self, reader, writer):
        self.connections += 1
        self.open += 1
        self.most = max(self.most, self.open)
        try:
            await self.acts[min(self.connections, len(self.acts)) - 1](self, reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            self.open -= 1
            writer.close()

    async def request(self, reader):
        head = await reader.readuntil(b"\r\n\r\n")
        length = int(head.lower().partition(b"content-length: ")[2].split(b"\r\n")[0])
        self.requests.append(head + await reader.readexactly(length))
        self.begun.set()


async def polite(peer, reader, writer):
    while True:
        await peer.request(reader)
        writer.write(YES)


def says(*pieces, then="close", pause=0.0):
    """Read a request, say the pieces, then close, reset, hang or go on."""

    async def act(peer, reader, writer):
        await peer.request(reader)
        for piece in pieces:
            writer.write(piece)
            await asyncio.sleep(pause)
        if then == "reset":
            reset(writer)
        elif then == "hang":
            await asyncio.sleep(5)

    return act


def reset(writer):
    writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


def params(**given):
    return RequestData([RequestParameter(name, value, None) for name, value in given.items()])


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
async def transport():
    made = Transport()
    await made.initialize()
    yield made
    await made.shutdown()


# what leaves, what comes


async def test_a_request_as_the_bot_api_wants_it(transport):
    dates = []
    transport.dated = dates.append
    async with Peer(polite) as peer:
        found = await transport.post(peer.url(), params(chat_id=1, text="ñ ✅", reply_markup={"a": [1]}))
    head, _, body = peer.requests[0].partition(b"\r\n\r\n")
    assert found == {"message_id": 7}
    assert head.startswith(
        f"POST /bot{TOKEN}/sendMessage HTTP/1.1\r\nHost: 127.0.0.1:{peer.port}\r\n".encode()
    )
    assert b"Content-Type: application/json" in head
    assert json.loads(body) == {"chat_id": 1, "text": "ñ ✅", "reply_markup": {"a": [1]}}
    assert dates == ["Mon, 02 Nov 2026 12:00:00 GMT"]


async def test_files_travel_in_a_form(transport):
    content = bytes(range(256)) * 999 + b"\r\n--\r\n"
    file = InputFile(content, filename='week "1"\r\nX: y ñ.png', attach=False)
    data = RequestData(
        [
            RequestParameter("chat_id", 1, None),
            RequestParameter("caption", "<b>ñ</b>\r\n\r\nand more", None),
            RequestParameter("photo", None, [file]),
        ]
    )
    async with Peer(polite) as peer:
        await transport.post(peer.url("sendPhoto"), data)
    whole = BytesParser(policy=HTTP).parsebytes(peer.requests[0].partition(b"\r\n")[2])
    parts = {part.get_param("name", header="content-disposition"): part for part in whole.iter_parts()}
    assert parts["chat_id"].get_payload(decode=True) == b"1"
    assert parts["caption"].get_payload(decode=True).decode() == "<b>ñ</b>\r\n\r\nand more"
    assert parts["photo"].get_payload(decode=True) == content
    assert parts["photo"].get_content_type() == "image/png"
    assert 'filename="week %221%22%0D%0AX: y ñ.png"\r\n'.encode() in peer.requests[0]
    assert len(parts) == 3


async def test_what_telegram_asks_for_is_understood(transport):
    told = b'{"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":7}}'
    answer = b"HTTP/1.1 429 Too Many Requests\r\nRetry-After: 7\r\nContent-Length: %d\r\n\r\n%b" % (
        len(told),
        told,
    )
    async with Peer(says(answer)) as peer:
        with pytest.raises(RetryAfter) as caught:
            await transport.post(peer.url(), params(a=1))
    assert caught.value.retry_after in (7, timedelta(seconds=7))


async def test_a_file_is_fetched_with_get(transport):
    async def file(peer, reader, writer):
        await peer.request(reader)
        writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        for _ in range(50):
            writer.write(b"4000\r\n" + b"x" * 0x4000 + b"\r\n")
        writer.write(b"0\r\n\r\n")

    async with Peer(file) as peer:
        assert await transport.retrieve(peer.url("a file")) == b"x" * 0x4000 * 50
    assert peer.requests[0].startswith(f"GET /bot{TOKEN}/a%20file HTTP/1.1".encode())


async def test_an_answer_up_to_the_end_of_its_connection(transport):
    async with Peer(says(b"HTTP/1.1 200 OK\r\n\r\n" + BODY[:9], BODY[9:]), polite) as peer:
        for _ in range(2):
            assert await transport.post(peer.url(), params(a=1)) == {"message_id": 7}
        assert peer.connections == 2


async def test_redirects_are_not_followed(transport):
    answer = b"HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n"
    async with Peer(says(answer, then="hang")) as peer:
        with pytest.raises(NetworkError) as caught:
            await transport.post(peer.url(), params(a=1))
    assert not isinstance(caught.value, (NotSent, MaybeSent))
    assert len(peer.requests) == 1


def test_nothing_in_an_address_begins_another_header():
    place, head = wire.aim("POST", "http://u:p%40@example.org/a\u2028b c?d=\x7f")
    assert place == wire.Place(False, "example.org", 80)
    assert head.count(b"\r\n") == 4
    assert b"Authorization: Basic dTpwQA==\r\n" in head
    assert wire.aim("POST", "https://[::1]:8443/x")[0] == wire.Place(True, "::1", 8443)
    assert b"Host: [::1]:8443\r\n" in wire.aim("POST", "https://[::1]:8443/x")[1]


# connections


async def test_a_connection_is_used_again(transport):
    async with Peer(polite) as peer:
        for _ in range(3):
            await transport.post(peer.url(), params(a=1))
    assert (peer.connections, len(peer.requests)) == (1, 3)


async def test_a_connection_the_server_closed_is_not_used(transport):
    async with Peer(says(YES), polite) as peer:
        await transport.post(peer.url(), params(a=1))
        await asyncio.sleep(0.05)
        await transport.post(peer.url(), params(a=2))
    assert peer.connections == 2


async def test_a_connection_unused_for_long_is_not_kept(transport, monkeypatch):
    monkeypatch.setattr(wire, "KEPT", 0.05)
    async with Peer(polite) as peer:
        await asyncio.gather(*(transport.post(peer.url(), params(a=n)) for n in range(3)))
        for _ in range(3):
            await asyncio.sleep(0.04)
            await transport.post(peer.url(), params(a=1))
        assert peer.open == 1
    assert peer.connections == 3


@pytest.mark.parametrize(
    "answer", [YES.replace(b"Date", b"Connection: close\r\nDate"), YES.replace(b"1.1", b"1.0")]
)
async def test_a_connection_that_ends_with_its_answer_is_not_used(transport, answer):
    async with Peer(says(answer, then="hang"), polite) as peer:
        await transport.post(peer.url(), params(a=1))
        await transport.post(peer.url(), params(a=2))
    assert peer.connections == 2


async def test_what_nobody_asked_for_is_no_answer_to_the_next(transport):
    other = YES.replace(b'"message_id":7', b'"message_id":6')
    async with Peer(says(YES, other, then="hang", pause=0.05), polite) as peer:
        await transport.post(peer.url(), params(a=1))
        await asyncio.sleep(0.1)
        assert await transport.post(peer.url(), params(a=2)) == {"message_id": 7}
    assert peer.connections == 2


async def test_the_answer_to_a_cancelled_request_is_no_answer_to_the_next(transport):
    other = YES.replace(b'"message_id":7', b'"message_id":6')

    async def late(peer, reader, writer):
        await peer.request(reader)
        await asyncio.sleep(0.1)
        writer.write(other)
        await asyncio.sleep(1)

    async with Peer(late, polite) as peer:
        first = asyncio.create_task(transport.post(peer.url(), params(a=1)))
        await peer.begun.wait()
        first.cancel()
        with pytest.raises(asyncio.CancelledError):
            await first
        assert await transport.post(peer.url(), params(a=2)) == {"message_id": 7}
    assert peer.connections == 2


async def test_an_early_answer_counts_and_its_connection_does_not(transport):
    async def early(peer, reader, writer):
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n")
        await asyncio.sleep(1)

    async with Peer(early, polite) as peer:
        with pytest.raises(NetworkError, match="server response"):
            await transport.post(peer.url(), params(text="x" * 20_000_000))
        await transport.post(peer.url(), params(a=2))
    assert peer.connections == 2


async def test_so_many_at_a_time_and_the_others_wait():
    async def slow(peer, reader, writer):
        while True:
            await peer.request(reader)
            await asyncio.sleep(0.05)
            writer.write(YES)

    transport = Transport(connections=2)
    await transport.initialize()
    async with Peer(slow) as peer:
        await asyncio.gather(*(transport.post(peer.url(), params(a=n)) for n in range(7)))
        assert (peer.most, len(peer.requests)) == (2, 7)
        await transport.shutdown()


# not sent


async def test_where_nobody_listens_nothing_was_sent(transport):
    with pytest.raises(NotSent):
        await transport.post(f"http://127.0.0.1:{free_port()}/bot{TOKEN}/sendMessage", params(a=1), **ASK)


async def test_a_name_without_address_nothing_was_sent(transport, monkeypatch):
    def unknown(*_, **__):
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    for _ in range(2):
        with pytest.raises(NotSent):
            await transport.post(f"http://nowhere.invalid/bot{TOKEN}/sendMessage", params(a=1), **ASK)
    monkeypatch.undo()
    async with Peer(polite) as peer:  # asked again, not remembered
        await transport.post(peer.url(host="localhost"), params(a=1))


async def test_a_name_is_asked_for_once_and_may_take_too_long(transport, monkeypatch):
    asked = []

    def slow(*_, **__):
        asked.append(1)
        time.sleep(2)
        raise socket.gaierror(-3, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", slow)
    posts = [transport.post("http://slow.invalid/x", params(a=n), connect_timeout=0.1) for n in range(9)]
    began = time.monotonic()
    found = await asyncio.gather(*posts, return_exceptions=True)
    assert {type(one) for one in found} == {NotSent}
    assert time.monotonic() - began < 1.5
    assert len(asked) == 1


@pytest.fixture
def full():
    """The port of a server that lets nobody in: beyond its backlog connections wait for ever."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen(0)
        others = [socket.socket() for _ in range(3)]
        for other in others:
            other.setblocking(False)
            other.connect_ex(server.getsockname())
        yield server.getsockname()[1]
        for other in others:
            other.close()


async def test_no_connection_in_time_nothing_was_sent(full):
    transport = Transport(connections=1)
    await transport.initialize()
    for _ in range(2):  # and the place is given back
        with pytest.raises(NotSent):
            await transport.post(f"http://127.0.0.1:{full}/x", params(a=1), **ASK)
    async with Peer(polite) as peer:
        await transport.post(peer.url(), params(a=1), **ASK)
        await transport.shutdown()


async def test_an_address_that_is_silent_does_not_keep_the_other_waiting(transport, full, monkeypatch):
    async with Peer(polite) as peer:
        both = [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port)) for port in (full, peer.port)
        ]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: both)
        await transport.post(peer.url(host="both.example"), params(a=1), connect_timeout=4)


async def test_no_place_in_time_nothing_was_sent():
    transport = Transport(connections=1)
    await transport.initialize()
    async with Peer(says(then="hang"), polite) as peer:
        first = asyncio.create_task(transport.post(peer.url(), params(a=1), read_timeout=0.5))
        await peer.begun.wait()
        with pytest.raises(NotSent):
            await transport.post(peer.url(), params(a=2), connect_timeout=0.05)
        with pytest.raises(MaybeSent):
            await first
        await transport.post(peer.url(), params(a=3))  # the place is free again
        assert len(peer.requests) == 2
        await transport.shutdown()


async def test_after_the_end_nothing_is_sent(transport):
    await transport.shutdown()
    with pytest.raises(NotSent):
        await transport.post("http://127.0.0.1:1/x", params(a=1))


# maybe sent


@pytest.mark.parametrize(
    "act",
    [
        says(),
        says(then="reset"),
        says(then="hang"),
        says(b"HTTP/1.1 200 OK\r\nContent-"),
        says(YES[:-3]),
        says(YES[:-3], then="reset"),
        says(YES[:-3], then="hang"),
        says(b"what?\r\n\r\n", then="hang"),
        says(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel"),
    ],
)
async def test_without_a_whole_answer_it_may_have_arrived(transport, act, caplog):
    async with Peer(act, polite) as peer:
        with pytest.raises(MaybeSent):
            await transport.post(peer.url(), params(a=1), **ASK)
        assert len(peer.requests) == 1
        await transport.post(peer.url(), params(a=2))
        assert peer.connections == 2, "a connection whose answer is open was used again"
    assert not [one for one in caplog.records if one.levelno >= logging.WARNING]


async def test_a_part_of_the_request_may_be_enough(transport):
    async def rude(peer, reader, writer):
        await reader.readexactly(10)
        reset(writer)

    async with Peer(rude) as peer:
        with pytest.raises(MaybeSent):
            await transport.post(peer.url(), params(text="x" * 5_000_000), **ASK)


async def test_a_connection_that_dies_under_the_request(transport):
    async def once(peer, reader, writer):
        await peer.request(reader)
        writer.write(YES)
        await reader.read(1)  # the next request has begun
        reset(writer)

    async with Peer(once, polite) as peer:
        await transport.post(peer.url(), params(a=1))
        with pytest.raises(MaybeSent):
            await transport.post(peer.url(), params(a=2))
    assert peer.connections == 1, "it was sent a second time"


async def test_an_answer_in_drops_ends_with_the_whole_limit(transport, monkeypatch):
    monkeypatch.setattr("bot.transport.TOTAL_EXTRA", 0.0)
    drops = [YES[n : n + 1] for n in range(len(YES))]
    async with Peer(says(*drops, pause=0.05)) as peer:
        began = time.monotonic()
        with pytest.raises(MaybeSent):
            await transport.post(peer.url(), params(a=1), read_timeout=0.3, connect_timeout=0.3)
        assert 0.5 < time.monotonic() - began < 3


async def test_a_long_upload_is_no_silence(transport):
    async def patient(peer, reader, writer):
        await asyncio.sleep(0.9)  # nearly two silences long
        await peer.request(reader)
        await asyncio.sleep(0.2)
        writer.write(YES)

    async with Peer(patient) as peer:
        assert await transport.post(peer.url(), params(text="x" * 20_000_000), read_timeout=0.5)


# addresses and certificates


async def test_the_other_family_is_tried(transport, monkeypatch):
    async with Peer(polite) as peer:
        both = [
            (socket.AF_INET6, socket.SOCK_STREAM, 6, "", ("::1", peer.port, 0, 0)),
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", peer.port)),
        ]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: both)
        await transport.post(peer.url(host="both.example"), params(a=1))


async def test_ipv6(transport):
    try:
        peer = await Peer(polite, host="::1").__aenter__()
    except OSError:
        pytest.skip("no IPv6 here")
    await transport.post(peer.url(host="[::1]"), params(a=1))
    await peer.__aexit__()


def certificate(folder, name):
    """A self-signed certificate for a name: (what a server shows, what a client may trust)."""
    key = ec.generate_private_key(ec.SECP256R1())
    who = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    now = Clock().now()
    made = (
        x509.CertificateBuilder(who, who, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = folder / f"{name}.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    public = made.public_bytes(serialization.Encoding.PEM)
    file.write_bytes(private + public)
    (folder / f"{name}.crt").write_bytes(public)
    shown = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    shown.load_cert_chain(file)
    return shown, folder / f"{name}.crt"


async def test_a_trusted_certificate(transport, tmp_path, monkeypatch):
    shown, trusted = certificate(tmp_path, "localhost")
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
    async with Peer(polite, tls=shown) as peer:
        for _ in range(2):
            assert await transport.post(peer.url(host="localhost", scheme="https"), params(a=1))
        assert peer.connections == 1


@pytest.mark.parametrize("case", ["unknown", "other name"])
async def test_another_certificate_gets_nothing(transport, tmp_path, monkeypatch, case):
    shown, trusted = certificate(tmp_path, "localhost" if case == "unknown" else "elsewhere.example")
    if case == "other name":
        monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
    async with Peer(polite, tls=shown) as peer:
        with pytest.raises(NotSent):
            await transport.post(peer.url(host="localhost", scheme="https"), params(a=1))
        assert peer.requests == []


async def test_a_server_that_never_shakes_hands_gets_nothing(transport):
    async def mute(peer, reader, writer):
        peer.requests.append(await reader.read(100_000))
        await asyncio.sleep(5)

    async with Peer(mute) as peer:
        with pytest.raises(NotSent):
            await transport.post(peer.url(scheme="https"), params(a=1), **ASK)
        assert TOKEN.encode() not in b"".join(peer.requests)


# what must not be told, and the end


@pytest.mark.parametrize(
    "act", [says(), says(b"what?\r\n\r\n"), says(b"HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n")]
)
async def test_no_error_and_no_log_tells_the_token(transport, act, caplog):
    caplog.set_level(logging.DEBUG)
    asyncio.get_running_loop().set_debug(True)
    errors = []
    async with Peer(act) as peer:
        for url in (
            peer.url(),
            f"http://127.0.0.1:{free_port()}/bot{TOKEN}/getMe",
            f"http://x:y/bot{TOKEN}/getMe",
        ):
            with pytest.raises(NetworkError) as caught:
                await transport.post(url, params(a=1), **ASK)
            errors += traceback.format_exception(caught.value)
    assert TOKEN not in "".join(errors) + caplog.text


def test_the_process_ends_although_a_name_takes_for_ever(tmp_path):
    """Asking for a name cannot be stopped; nobody waits for the thread that does it."""
    code = (
        "import socket, sys, time\n"
        "def never(*_, **__):\n print('asked', flush=True); time.sleep(60)\n"
        "socket.getaddrinfo = never\n"
        "from bot.commands import main\n"
        "sys.exit(main([]))\n"
    )
    env = {
        **os.environ,
        "BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": "http://telegram.invalid",
        "DATABASE_URL": f"sqlite:///{tmp_path}/a.db",
        "LOG_LEVEL": "ERROR",
    }
    with subprocess.Popen(
        [sys.executable, "-c", code], env=env, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stdout.readline().strip() == "asked"
        began = time.monotonic()
        process.terminate()
        try:
            assert process.wait(30) == 0
        finally:
            process.kill()
        assert time.monotonic() - began < 25  # seconds on a busy machine; the name takes sixty
