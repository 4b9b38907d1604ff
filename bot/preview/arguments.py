"""The parameters of one request as the server reads them: strings on the wire, JSON where nested."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.preview.refusals import bad


@dataclass(frozen=True, kw_only=True)
class Upload:
    """A file that came with a request: its name, its bytes, its MIME type."""

    name: str
    data: bytes
    mime: str = "application/octet-stream"


@dataclass(frozen=True)
class Arguments:
    """Typed access to the parameters; a wrong type is refused as Telegram does."""

    values: Mapping[str, str]
    files: Mapping[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """A string, empty where absent."""
        return self.values.get(name, "")

    def has(self, name: str) -> bool:
        """Whether a value was given and is not empty."""
        return bool(self.values.get(name))

    def integer(self, name: str, default: int = 0) -> int:
        """A whole number; like the server's `to_integer`, anything unreadable counts as 0."""
        value = self.values.get(name)
        if value is None or value == "":
            return default
        try:
            return int(value)
        except ValueError:
            return 0

    def number(self, name: str) -> float:
        """A decimal number; refused when it cannot be read."""
        try:
            return float(self.values.get(name, ""))
        except ValueError:
            raise bad(f"{name} must be a number" if self.has(name) else f"{name} is empty") from None

    def flag(self, name: str) -> bool:
        """A boolean: true, yes and 1 are true, all else is false."""
        return self.text(name).strip().lower() in {"true", "yes", "1"}

    def parsed(self, name: str, what: str) -> Any:
        """A nested value; None where absent. `what` names it in the refusal ("reply markup")."""
        value = self.values.get(name)
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad(f"can't parse {what} JSON object") from None


def as_strings(values: Mapping[str, Any]) -> dict[str, str]:
    """Parameters from a JSON body as the strings that a form would carry; nulls are dropped."""
    return {
        name: value if isinstance(value, str) else json.dumps(value)
        for name, value in values.items()
        if value is not None
    }
