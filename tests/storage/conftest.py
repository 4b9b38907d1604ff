from __future__ import annotations

import pytest

from storage.notebook import Notebook
from storage.upgrade import upgrade
from tests.postgres import fresh_database


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request, tmp_path):
    """The address of a database without tables, of each kind."""
    return f"sqlite:///{tmp_path}/a.db" if request.param == "sqlite" else fresh_database()


@pytest.fixture
def url(empty_url):
    """The address of a database with this version's tables, of each kind."""
    upgrade(empty_url)
    return empty_url


@pytest.fixture
async def notebook(url):
    book = Notebook.open(url)
    yield book
    await book.close()
