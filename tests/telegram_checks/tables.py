"""The official Bot API tables (as aiogram carries them) against what we send and what our stand-in answers.

aiogram's models allow extra fields, so what they did not know is looked for in every `model_extra`, at any depth;
lengths come from the sentences that describe the fields ("0-200 characters").
"""

from __future__ import annotations

import ast
import inspect
import json
import re
from functools import cache
from itertools import pairwise
from typing import Any, get_args

import aiogram.methods
import aiogram.types
from aiogram.methods.base import TelegramMethod
from aiogram.types import BufferedInputFile, InputFile
from pydantic import BaseModel, TypeAdapter, ValidationError

from bot.preview.arguments import Arguments
from bot.preview.refusals import bad

LENGTH = re.compile(r"(\d+)-(\d+) (characters|bytes)")
ATTACHED = BufferedInputFile(b"-", "attached")


@cache
def methods() -> dict[str, type[TelegramMethod[Any]]]:
    """All methods by lower-case name."""
    found = (getattr(aiogram.methods, name) for name in aiogram.methods.__all__)
    return {
        cls.__api_method__.lower(): cls
        for cls in found
        if isinstance(getattr(cls, "__api_method__", None), str)
    }


@cache
def lengths(model: type[BaseModel]) -> dict[str, tuple[int, int, str]]:
    """Field → least, most, unit; not for texts whose length counts after parsing (the world measures those)."""
    found: dict[str, tuple[int, int, str]] = {}
    if model.__module__.split(".")[0] != "aiogram":
        return found
    body = ast.parse(inspect.getsource(model)).body[0].body  # type: ignore[attr-defined]
    for field, words in pairwise(body):
        if not (isinstance(field, ast.AnnAssign) and isinstance(words, ast.Expr)):
            continue
        text = ast.literal_eval(words.value)
        limits = LENGTH.search(text)
        if limits and "after entities parsing" not in text and "str" in ast.unparse(field.annotation):
            found[field.target.id] = (int(limits[1]), int(limits[2]), limits[3])  # type: ignore[union-attr]
    return found


def check_request(method: str, arguments: Arguments) -> None:
    """Refuse what the official tables do not allow."""
    model = methods().get(method)
    if model is None:
        raise bad(f"{method} is not in the official tables")
    values: dict[str, Any] = {name: ATTACHED for name in arguments.files if name in model.model_fields}
    for name, value in arguments.values.items():
        field = model.model_fields.get(name)
        values[name] = decoded(value, field.annotation) if field else value
    try:
        request = model.model_validate(values)
    except ValidationError as mistakes:
        first = mistakes.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise bad(f"official tables: {model.__api_method__}: {where}: {first['msg']}") from None
    for mistake in unknown(request, model.__api_method__) + too_long(request, model.__api_method__):
        raise bad(f"official tables: {mistake}")


def check_answer(method: str, result: Any) -> None:
    """Fail when an answer of the stand-in is not what the official tables promise (a mistake of the stand-in)."""
    model = methods()[method]
    read = returning(model).validate_python(result, context={"bot": None})
    mistakes = unknown(read, f"answer to {model.__api_method__}")
    assert not mistakes, mistakes


@cache
def returning(model: type[TelegramMethod[Any]]) -> TypeAdapter[Any]:
    """How a method's answer is read."""
    return TypeAdapter(model.__returning__)


def decoded(value: str, annotation: Any) -> Any:
    """A value from the wire as the type that its field has."""
    kinds = leaves(annotation)
    nested = [kind for kind in kinds if inspect.isclass(kind) and issubclass(kind, BaseModel)]
    if value.startswith("attach://") and InputFile in kinds:
        return ATTACHED
    if str in kinds and list not in kinds and not nested:
        return value
    try:
        return attached(json.loads(value))
    except ValueError:
        return value


def leaves(annotation: Any) -> set[Any]:
    """The plain types that an annotation is made of (a list counts as `list`, its items do not count)."""
    if getattr(annotation, "__origin__", None) is list:
        return {list}
    inside = get_args(annotation)
    return set().union(*(leaves(one) for one in inside)) if inside else {annotation}


def attached(value: Any) -> Any:
    """`attach://…` at any depth as a file that is being sent."""
    if isinstance(value, dict):
        return {name: attached(one) for name, one in value.items()}
    if isinstance(value, list):
        return [attached(one) for one in value]
    return ATTACHED if isinstance(value, str) and value.startswith("attach://") else value


def unknown(value: Any, path: str) -> list[str]:
    """Fields that the tables do not know, at any depth."""
    if isinstance(value, (list, tuple)):
        return [found for n, one in enumerate(value) for found in unknown(one, f"{path}[{n}]")]
    if not isinstance(value, BaseModel):
        return []
    extra = [f"{path}: unknown field {name!r}" for name in value.model_extra or {}]
    return extra + [
        found
        for name in type(value).model_fields
        for found in unknown(getattr(value, name), f"{path}.{name}")
    ]


def too_long(value: Any, path: str) -> list[str]:
    """Strings outside the lengths of the tables, at any depth."""
    if isinstance(value, (list, tuple)):
        return [found for n, one in enumerate(value) for found in too_long(one, f"{path}[{n}]")]
    if not isinstance(value, BaseModel):
        return []
    found: list[str] = []
    for name in type(value).model_fields:
        inside = getattr(value, name)
        limits = lengths(type(value)).get(name)
        if limits and isinstance(inside, str):
            least, most, unit = limits
            size = len(inside.encode()) if unit == "bytes" else len(inside)
            if not least <= size <= most:
                found.append(f"{path}.{name}: {size} {unit}, allowed are {least}-{most}")
        found += too_long(inside, f"{path}.{name}")
    return found
