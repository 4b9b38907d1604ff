"""Several phones side by side in one picture, for the README."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

PAPER, GAP = "#eef1ec", 48


def side_by_side(phones: list[Path], target: Path) -> None:
    """Write one picture with the phones from left to right."""
    pictures = [Image.open(phone).convert("RGBA") for phone in phones]
    height = max(picture.height for picture in pictures) + 2 * GAP
    width = sum(picture.width for picture in pictures) + GAP * (len(pictures) + 1)
    sheet = Image.new("RGB", (width, height), PAPER)
    left = GAP
    for picture in pictures:
        sheet.paste(picture, (left, GAP), picture)
        left += picture.width + GAP
    sheet.save(target, quality=90, method=6)
