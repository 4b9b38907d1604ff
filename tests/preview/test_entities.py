"""Our parser of Telegram's HTML against Telegram's own, on texts that hypothesis makes up."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.preview.entities import as_html, parse, trimmed
from bot.preview.refusals import Refused
from tests.telegram_checks.parser import official_parts

PIECES = [
    "<b>", "</b>", "<i>", "</i>", "<strong>", "</strong>", "<em>", "</em>", "<u>", "</u>", "<s>", "</s>", "<code>",
    "</code>", "<pre>", "</pre>", "<blockquote>", "</blockquote>", "<blockquote expandable>", "<tg-spoiler>",
    "</tg-spoiler>", '<a href="https://example.org">', "</a>", '<span class="tg-spoiler">', "</span>", "<span>",
    "<b >", "<B>", "</B>", "<b/>", "<br>", "<", ">", "</", "</>", "&", "&lt;", "&gt", "&amp;", "&#65;", "&#x1F600;",
    "&nbsp;", "&quot;", " ", "\n", "a", "é", "😀", "10 × 8", "word", '"', "'", "=", "<a href=x>", "<a b>",
]  # fmt: skip
SIMPLE = {
    "text_link",
    "blockquote",
    "expandable_blockquote",
    "pre",
}  # Telegram merges and splits these in its own way


def ours(text: str) -> tuple[str, list[tuple[str, int, int]]] | str:
    try:
        plain, entities = parse(text, "HTML")
    except Refused as no:
        return no.description.partition("entities: ")[2]
    return plain, [(e["type"], e["offset"], e["length"]) for e in entities]


@settings(max_examples=600, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
@example("<b>bold</b> and <i>it</i>")
@example("a & b &amp; c &lt;b&gt;")
@example("<b>😀</b>x<i>é</i>")
def test_the_same_text_or_the_same_refusal(text: str) -> None:
    theirs, mine = official_parts(text), ours(text)
    if isinstance(theirs, str) or isinstance(mine, str):
        assert mine == theirs or ("URL" in str(theirs) and not isinstance(mine, str))
    else:
        assert mine[0] == trimmed(theirs[0], [])[0]


@pytest.mark.parametrize(
    "text",
    [
        "<b>Set 2</b>: 8–12 <i>reps</i>",
        "x <code>a</code> <u>b</u> <s>c</s> <tg-spoiler>d</tg-spoiler>",
        '<a href="https://example.org/?a=1&amp;b=2">link</a> 😀 <b>after</b>',
        "<blockquote>quote</blockquote>",
        '<pre><code class="language-python">print()</code></pre>',
        '<tg-time unix="1760000000" format="wDT">Tuesday</tg-time>',
        "<b>a<i>b</i></b>",
    ],
)
def test_the_same_entities(text: str) -> None:
    theirs, mine = official_parts(text), ours(text)
    assert not isinstance(theirs, str)
    assert not isinstance(mine, str)
    assert mine[0] == theirs[0]
    kinds = {
        (kind, offset, length) for kind, offset, length in mine[1] if kind != "code" or "<pre>" not in text
    }
    assert kinds == set(theirs[1])


def test_html_for_the_page_is_safe_and_nested() -> None:
    plain, entities = parse("<b>a &lt;script&gt; <i>b</i></b> c", "HTML")
    assert as_html(plain, entities) == "<b>a &lt;script&gt; <i>b</i></b> c"


def test_a_link_without_an_address_is_plain_text() -> None:
    assert parse('<a href="nothing">x</a>', "HTML") == ("x", [])
