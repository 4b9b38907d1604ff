"""Settings from the environment and `.env` (the table in the README is the contract)."""

from __future__ import annotations

import re
from typing import Literal

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from storage.engines import address, refuse_ephemeral

TOKEN = re.compile(r"^\d+:[A-Za-z0-9_-]{3,}$")
NOTES_KEY = re.compile(r"^[A-Za-z0-9_-]{43}=$")
SECRET = re.compile(r"^[A-Za-z0-9_-]{1,256}$")


class Settings(BaseSettings):
    """Everything that is set from outside; 0 turns a rate off (benchmarks)."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", extra="ignore", frozen=True, env_ignore_empty=True
    )

    bot_token: str = Field(default="", repr=False)
    telegram_api_url: str = "https://api.telegram.org"
    database_url: str = Field(default="sqlite:///strongstride.db", repr=False)
    webhook_url: str | None = None
    webhook_secret: str | None = Field(default=None, repr=False)
    port: int | None = Field(default=None, ge=1, le=65535)
    metrics_port: int | None = Field(default=None, ge=1, le=65535)
    send_rate: float = Field(default=25, ge=0, le=10_000)
    send_rate_chat: float = Field(default=1, ge=0, le=1_000)
    notes_key: str | None = Field(default=None, repr=False)
    owner_chat_id: int | None = None
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"] = "INFO"

    @field_validator("bot_token")
    @classmethod
    def _token(cls, value: str) -> str:
        if value and not TOKEN.match(value):
            raise ValueError("must look like 123456:ABC-DEF…, as @BotFather gives it")
        return value

    @field_validator("telegram_api_url")
    @classmethod
    def _api(cls, value: str) -> str:
        if not value.startswith(("http://", "https://")):
            raise ValueError("must begin with https:// or http://")
        return value.rstrip("/")

    @field_validator("webhook_url")
    @classmethod
    def _hook(cls, value: str | None) -> str | None:
        if value is not None and not value.startswith(("https://", "http://")):
            raise ValueError("must be the https:// address under which Telegram reaches this bot")
        return value

    @field_validator("webhook_secret")
    @classmethod
    def _secret(cls, value: str | None) -> str | None:
        if value is not None and not SECRET.match(value):
            raise ValueError("must be 1 to 256 characters of A-Z a-z 0-9 _ -")
        return value

    @field_validator("notes_key")
    @classmethod
    def _key(cls, value: str | None) -> str | None:
        if value is not None and not NOTES_KEY.match(value):
            raise ValueError("must be a Fernet key: 44 characters, as .env.example shows how to make one")
        return value

    @field_validator("log_level", mode="before")
    @classmethod
    def _level(cls, value: object) -> object:
        return value.upper() if isinstance(value, str) else value

    @field_validator("database_url")
    @classmethod
    def _database(cls, value: str) -> str:
        try:
            backend = address(value).get_backend_name()
        except Exception as error:
            raise ValueError(
                "must be like sqlite:///file.db or postgresql://user:password@host/name"
            ) from error
        if backend not in ("sqlite", "postgresql"):
            raise ValueError("must be a SQLite or a PostgreSQL address")
        return value

    def refusal(self) -> str | None:
        """One sentence that says what to set before the bot can start, or None if all is well."""
        if (
            self.webhook_url
            and not self.webhook_url.startswith("https://")
            and "telegram.org" in self.telegram_api_url
        ):
            return "WEBHOOK_URL must begin with https://: Telegram posts to nothing else."
        if not self.bot_token:
            return "Set BOT_TOKEN (environment or .env) to the token that @BotFather gave you."
        if self.webhook_url and not self.webhook_secret:
            return "Set WEBHOOK_SECRET (1 to 256 characters of A-Z a-z 0-9 _ -): WEBHOOK_URL is set."
        if self.webhook_url and self.port is None:
            return "Set PORT, the port on which the webhook listens: WEBHOOK_URL is set."
        return refuse_ephemeral(self.database_url)


class SettingsRefused(Exception):  # noqa: N818 - a refusal, not an error
    """The settings cannot be used; the text is one sentence for the operator."""


def read_settings(**given: object) -> Settings:
    """Settings from environment, `.env` and `given`; raises SettingsRefused: one sentence, no values."""
    try:
        return Settings(**given)  # type: ignore[arg-type]
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        name = str(first["loc"][0]).upper() if first["loc"] else "The settings"
        what = str(first["msg"]).removeprefix("Value error, ")
        raise SettingsRefused(f"{name}: {what}.") from None
