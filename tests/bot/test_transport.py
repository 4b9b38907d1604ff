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
from telegram.error import InvalidToken, NetworkError, RetryAfter
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.clock import Clock
from bot.transport import MaybeSent, NotSent, Transport

TOKEN = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0"
BODY = b'{"ok":true,"result":{"message_id":7}}'
YES = b"HTTP/1.1 200 OK\r\nDate: Mon, 02 Nov 2026 12:00:00 GMT\r\nContent-Length: %d\r\n\r\n%b" % (
    len(BODY),
    BODY,
)
ASK = {"read_timeout": 0.1}


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
        except (ConnectionError, asyncio.IncompleteReadError, TimeoutError):
            pass
        finally:
            self.open -= 1
            writer.close()

    async def left(self, seconds):
        """Until the client has closed all connections."""
        async with asyncio.timeout(seconds):
            while self.open:  # noqa: ASYNC110
                await asyncio.sleep(0.02)

    async def request(self, reader):
        head = await reader.readuntil(b"\r\n\r\n")
        length = int(head.lower().partition(b"content-length: ")[2].split(b"\r\n")[0] or 0)
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
            await asyncio.wait_for(reader.read(), 5)

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
    made = Transport(connect=0.3)
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
    assert head.startswith(f"POST /bot{TOKEN}/sendMessage HTTP/1.1\r\n".encode())
    assert f"\r\nHost: 127.0.0.1:{peer.port}\r\n".encode() in head
    assert b"\r\nContent-Type: application/json\r\n" in head
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


@pytest.mark.parametrize("status", [500, 502, 504])
async def test_an_error_of_the_server_says_nothing_about_what_arrived(transport, status):
    answer = b"HTTP/1.1 %d No\r\nContent-Length: 3\r\n\r\nno\n" % status
    async with Peer(says(answer)) as peer:
        with pytest.raises(NetworkError) as caught:
            await transport.post(peer.url(), params(a=1))
    assert not isinstance(caught.value, NotSent)
    assert len(peer.requests) == 1


@pytest.mark.parametrize("status", [401, 404])
async def test_only_the_bot_api_knows_whether_a_token_is_wrong(transport, status):
    page, refusal = b"<html>Not here</html>", b'{"ok":false,"error_code":401,"description":"Unauthorized"}'
    head = b"HTTP/1.1 %d No\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%b"
    async with Peer(*(says(head % (status, len(body), body)) for body in (page, b"", refusal))) as peer:
        for expected in (MaybeSent, MaybeSent, InvalidToken):
            with pytest.raises(expected):
                await transport.post(peer.url(), params(a=1))


async def test_redirects_are_not_followed(transport):
    answer = b"HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n"
    async with Peer(says(answer, then="hang")) as peer:
        with pytest.raises(NetworkError) as caught:
            await transport.post(peer.url(), params(a=1))
    assert not isinstance(caught.value, (NotSent, MaybeSent))
    assert len(peer.requests) == 1


async def test_nothing_in_an_address_begins_another_header(transport):
    async with Peer(polite) as peer:
        odd = f"http://u:p%40@127.0.0.1:{peer.port}/a\u2028b c\r\nX: y?d=\x7f"
        await transport.post(odd, params(a=1))
    head = peer.requests[0].partition(b"\r\n\r\n")[0]
    assert head.startswith(b"POST /a%E2%80%A8b%20cX:%20y?d=%7F HTTP/1.1\r\n")
    assert b"\r\nAuthorization: Basic dTpwQA==" in head
    assert b"\r\nX:" not in head


async def test_it_asks_for_plain_answers_and_brings_no_cookies(transport):
    other = YES.replace(b"Date", b"Set-Cookie: a=b\r\nDate")

    async def baker(peer, reader, writer):
        while True:
            await peer.request(reader)
            writer.write(other)

    async with Peer(baker) as peer:
        for _ in range(2):
            await transport.post(peer.url(), params(a=1))
    assert b"cookie" not in peer.requests[1].lower()
    assert b"accept-encoding" not in peer.requests[1].lower()


async def test_a_proxy_of_the_environment_is_not_asked(monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{free_port()}")
    transport = Transport()
    await transport.initialize()
    async with Peer(polite) as peer:
        await transport.post(peer.url(), params(a=1))
    await transport.shutdown()


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


async def test_a_connection_unused_for_long_is_not_kept(monkeypatch):
    monkeypatch.setattr("bot.transport.KEPT", timedelta(seconds=0.1))
    transport = Transport()
    await transport.initialize()
    async with Peer(polite) as peer:
        await asyncio.gather(*(transport.post(peer.url(), params(a=n)) for n in range(3)))
        before = peer.connections
        await peer.left(5)
        await transport.post(peer.url(), params(a=1))
        assert peer.connections == before + 1
        await transport.shutdown()


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


async def test_a_name_without_address_nothing_was_sent(transport):
    for _ in range(2):
        with pytest.raises(NotSent):
            await transport.post(f"http://nowhere.invalid/bot{TOKEN}/sendMessage", params(a=1))


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
    transport = Transport(connections=1, connect=0.2)
    await transport.initialize()
    for _ in range(2):  # and the place is given back
        with pytest.raises(NotSent):
            await transport.post(f"http://127.0.0.1:{full}/x", params(a=1))
    async with Peer(polite) as peer:
        await transport.post(peer.url(), params(a=1), **ASK)
        await transport.shutdown()


async def test_no_place_in_time_nothing_was_sent():
    transport = Transport(connections=1, connect=0.1)
    await transport.initialize()
    async with Peer(says(then="hang"), polite) as peer:
        first = asyncio.create_task(transport.post(peer.url(), params(a=1), read_timeout=0.5))
        await peer.begun.wait()
        with pytest.raises(NotSent):
            await transport.post(peer.url(), params(a=2))
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


@pytest.mark.parametrize("length", [20, 400])
async def test_an_answer_in_drops_ends_with_the_whole_limit(transport, length):
    drops = [b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % length, *[b"x"] * length]
    if length == 20:  # the head, too
        drops = [YES[n : n + 1] for n in range(len(YES))]
    async with Peer(says(*drops, pause=0.05)) as peer:
        began = time.monotonic()
        with pytest.raises(MaybeSent):
            await transport.post(peer.url(), params(a=1), read_timeout=0.3)
        assert 0.5 < time.monotonic() - began < 3


async def test_an_answer_has_its_time_also_where_the_connection_took_all_of_its_own():
    async def patient(peer, reader, writer):
        await asyncio.sleep(0.5)
        await peer.request(reader)
        writer.write(YES)

    transport = Transport(connect=1.0)
    await transport.initialize()
    async with Peer(patient) as peer:
        assert await transport.post(peer.url(), params(text="x" * 20_000_000), read_timeout=1.0)
    await transport.shutdown()


# addresses and certificates


async def test_the_other_family_is_tried(transport):
    async with Peer(polite) as peer:  # a name that mostly is ::1 too, where nobody listens
        await transport.post(peer.url(host="localhost"), params(a=1))


async def test_ipv6(transport):
    try:
        peer = await Peer(polite, host="::1").__aenter__()
    except OSError:
        pytest.skip("no IPv6 here")
    await transport.post(peer.url(host="[::1]"), params(a=1))
    await peer.__aexit__()


def signed(name, authority=None):
    """A key and a certificate for a name, signed by an authority or, being one, by itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    who = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    signer, by = authority or (key, None)
    now = Clock().now()
    made = (
        x509.CertificateBuilder(by.subject if by else who, who, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=not by, path_length=None), critical=True)
        .sign(signer, hashes.SHA256())
    )
    return key, made


def certificate(folder, name):
    """(what a server shows for a name, the file of the authority that a client may trust)."""
    authority = signed("authority")
    key, made = signed(name, authority)
    pem = serialization.Encoding.PEM
    private = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "shown.pem").write_bytes(private + made.public_bytes(pem))
    (folder / "authority.pem").write_bytes(authority[1].public_bytes(pem))
    shown = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    shown.load_cert_chain(folder / "shown.pem")
    return shown, folder / "authority.pem"


async def test_a_trusted_certificate(tmp_path, monkeypatch):
    shown, trusted = certificate(tmp_path, "localhost")
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
    transport = Transport()
    await transport.initialize()
    async with Peer(polite, tls=shown) as peer:
        for _ in range(2):
            assert await transport.post(peer.url(host="localhost", scheme="https"), params(a=1))
        assert peer.connections == 1
        await transport.shutdown()


@pytest.mark.parametrize("case", ["unknown", "other name"])
async def test_another_certificate_gets_nothing(tmp_path, monkeypatch, case):
    shown, trusted = certificate(tmp_path, "localhost" if case == "unknown" else "elsewhere.example")
    if case == "other name":
        monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
    transport = Transport()
    await transport.initialize()
    async with Peer(polite, tls=shown) as peer:
        with pytest.raises(NotSent):
            await transport.post(peer.url(host="localhost", scheme="https"), params(a=1))
        assert peer.requests == []
    await transport.shutdown()


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
    "act",
    [
        says(),
        says(then="reset"),
        says(then="hang"),
        says(YES[:-3]),
        says(b"what?\r\n\r\n"),
        says(b"HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n"),
    ],
)
async def test_no_error_and_no_log_tells_the_token(transport, act, caplog):
    caplog.set_level(logging.DEBUG)
    asyncio.get_running_loop().set_debug(True)
    told = []
    async with Peer(act) as peer:
        for url in (
            peer.url(),
            peer.url(scheme="https"),
            f"http://127.0.0.1:{free_port()}/bot{TOKEN}/getMe",
            f"http://x:y/bot{TOKEN}/getMe",
        ):
            with pytest.raises(NetworkError) as caught:
                await transport.post(url, params(a=1), **ASK)
            error = caught.value
            while error is not None:
                told += [repr(error), *traceback.format_exception(error, chain=False)]
                error = error.__cause__ or error.__context__
    assert TOKEN not in "".join(told) + caplog.text


async def test_the_end_does_not_wait_for_what_is_under_way(transport):
    async with Peer(polite, says(then="hang")) as peer:
        await transport.post(peer.url(), params(a=1))
        posts = [asyncio.create_task(transport.post(peer.url(), params(a=n))) for n in range(3)]
        await asyncio.sleep(0.1)
        began = time.monotonic()
        await transport.shutdown()
        found = await asyncio.gather(*posts, return_exceptions=True)
        assert time.monotonic() - began < 1
        assert MaybeSent in {type(one) for one in found}


async def test_the_end_closes_what_is_unused(transport):
    async with Peer(polite) as peer:
        await asyncio.gather(*(transport.post(peer.url(), params(a=n)) for n in range(3)))
        await transport.shutdown()
        await peer.left(2)


def test_the_process_ends_at_once_although_an_answer_is_awaited(tmp_path):
    """No thread of the client keeps the process."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        env = {
            **os.environ,
            "BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": f"http://127.0.0.1:{server.getsockname()[1]}",
            "DATABASE_URL": f"sqlite:///{tmp_path}/a.db",
            "LOG_LEVEL": "DEBUG",
        }
        with subprocess.Popen(
            [sys.executable, "-m", "bot"], env=env, stderr=subprocess.PIPE, text=True
        ) as process:
            try:
                server.settimeout(60)
                asked, _ = server.accept()
                asked.settimeout(10)
                assert TOKEN.encode() in asked.recv(10_000)
                began = time.monotonic()
                process.terminate()
                told = process.communicate(timeout=30)[1]
            finally:
                process.kill()
            asked.close()
            assert process.returncode == 0
            assert time.monotonic() - began < 5
    assert TOKEN not in told


def test_python_is_not_taken_down_under_the_clients_thread():
    """Right after an answer that aborted one process in three; output and exit code are kept."""
    code = (
        "import atexit, runpy, pyreqwest.client, bot.commands;"
        "bot.commands.main = lambda _: print('said') or 4;"
        "atexit.register(print, 'taken down');"
        "runpy.run_module('bot', run_name='__main__')"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert (done.stdout, done.returncode) == ("said\n", 4), done.stderr
