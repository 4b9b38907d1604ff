"""`python -m bot preview` as a process: it serves its page and ends in good order."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

from bot.preview.page import STATIC


def test_the_preview_serves_its_page_and_ends_on_sigterm(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "bot", "preview", "--port", "0"]
    environment = {"PATH": "/usr/bin:/bin", "TMPDIR": str(tmp_path), "BOT_TOKEN": "not a token", "PORT": "1"}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as running:
        try:
            assert running.stdout
            found = re.search(r"http://127\.0\.0\.1:\d+", running.stdout.readline())
            assert found
            with urllib.request.urlopen(found[0], timeout=10) as answer:
                assert b"<title>Strongstride" in answer.read()
        finally:
            running.send_signal(signal.SIGTERM)
        assert running.wait(15) == 0
    assert not list(tmp_path.iterdir())  # nothing is left behind


def test_a_port_that_is_taken_is_said_in_a_sentence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        command = [sys.executable, "-m", "bot", "preview", "--port", port]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1
    assert "--port" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_page_needs_nothing_from_elsewhere() -> None:
    for file in STATIC.iterdir():
        text = file.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"(src|href|url|import|from)[\s=(\"']+(https?:)?//", text), file.name
