"""All checks together, as worlds of tests take them: `World(clock=…, **strict())`."""

from __future__ import annotations

from typing import Any


def strict() -> dict[str, Any]:
    """The arguments that make a world as strict as we can; imports aiogram and tdjson on first use (3 s)."""
    from tests.telegram_checks.parser import check_text
    from tests.telegram_checks.tables import check_answer, check_request

    return {"checks": (check_text, check_request), "answer_checks": (check_answer,)}
