"""Weights are kept as whole grams, so that 20.41 kg comes back as 20.41 kg."""

from __future__ import annotations


def grams(kg: float | None) -> int | None:
    """Kilograms to whole grams."""
    return None if kg is None else round(kg * 1000)


def kilograms(weight: int | None) -> float | None:
    """Grams to kilograms."""
    return None if weight is None else weight / 1000
