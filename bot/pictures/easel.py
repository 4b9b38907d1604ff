"""Drawing in a process of its own: Pillow, fonts and big pictures never come into the bot's memory, nor into its way.

The bot writes one line of JSON for each picture to the process's standard input and reads a line of JSON and the
picture's bytes from its output. The process ends when its input does: it outlives no bot, however that ended.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

import bot

PROCESS = (sys.executable, "-m", "bot.pictures.easel")
PATIENCE = 30.0  # seconds for one picture; whoever takes longer hangs
ROOT = Path(next(iter(bot.__path__))).parent
KIND = 10  # how much the process steps back where others want the processor (`nice`)


class Broken(Exception):  # noqa: N818 - says what happened
    """The picture could not be drawn."""


class Easel:
    """The process that draws, seen from the bot: started when needed, replaced when it died; for one thread at a time."""

    def __init__(self) -> None:
        self.process: subprocess.Popen[bytes] | None = None
        self.closed = False

    def draw(self, name: str, data: Mapping[str, Any], language: str) -> tuple[str, bytes]:
        """Kind (MIME) and bytes of a picture. Raises KeyError for an unknown name, Broken where drawing failed twice."""
        order = json.dumps({"name": name, "data": data, "language": language}, default=str).encode() + b"\n"
        try:
            return self._drawn(order)
        except (OSError, EOFError, ValueError):  # it died, now or since the last picture, or talks nonsense
            self.rest()
        try:
            return self._drawn(order)
        except (OSError, EOFError, ValueError) as error:
            self.rest()
            raise Broken(f"{name}: the drawing process died") from error

    def rest(self) -> None:
        """End the process, and leave nothing of it; the next picture starts another."""
        process, self.process = self.process, None
        if process is not None:
            process.kill()
            with suppress(OSError), process:  # closes the pipes, and waits
                pass

    def close(self) -> None:
        """From any thread: nothing more is drawn; who waits for a picture gets an error."""
        self.closed = True
        if (process := self.process) is not None:
            process.kill()

    def _drawn(self, order: bytes) -> tuple[str, bytes]:
        process = self._running()
        assert process.stdin
        assert process.stdout
        late = threading.Timer(PATIENCE, process.kill)
        late.daemon = True
        late.start()
        try:
            process.stdin.write(order)
            process.stdin.flush()
            return _taken(process.stdout)
        finally:
            late.cancel()

    def _running(self) -> subprocess.Popen[bytes]:
        if self.closed:
            raise Broken("closed")
        if self.process is None:
            self.process = subprocess.Popen(  # noqa: S603 - our own program
                PROCESS,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                cwd=ROOT,
                start_new_session=True,  # Ctrl-C is for the bot, which ends it
            )
            if self.closed:
                self.process.kill()
        return self.process


def _taken(pipe: IO[bytes]) -> tuple[str, bytes]:
    line = pipe.readline()
    if not line.endswith(b"\n"):
        raise EOFError
    told = json.loads(line)
    if "unknown" in told:
        raise KeyError(told["unknown"])
    if "error" in told:
        raise Broken(told["error"])
    made = pipe.read(told["size"])
    if len(made) < told["size"]:
        raise EOFError
    return told["mime"], made


def main() -> None:
    """The process: draws what is ordered until there is nobody left to order."""
    orders, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # a stray print is no picture
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(AttributeError, OSError):
        os.nice(KIND)
    with suppress(BrokenPipeError):
        for line in orders:
            answers.writelines(_answer(json.loads(line)))
            answers.flush()


def _answer(order: Mapping[str, Any]) -> list[bytes]:
    from bot.pictures.draw import draw
    from content.library import open_library

    try:
        made = draw(order["name"], order["data"], open_library().tongue(order["language"]).phrase)
    except KeyError as unknown:
        return [json.dumps({"unknown": str(unknown)}).encode() + b"\n"]
    except Exception as error:
        return [json.dumps({"error": f"{type(error).__name__}: {error}"}).encode() + b"\n"]
    return [json.dumps({"mime": made.mime, "size": len(made.bytes)}).encode() + b"\n", made.bytes]


if __name__ == "__main__":
    main()
