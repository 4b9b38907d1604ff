"""The code and the phrases agree: nothing is said that has no words, and no words wait for nobody."""

import ast
import re

from content.library import HERE, open_library

BOT = HERE.parent / "bot"
IDS = open_library().tongue("en").phrases.ids
SAYS = {"Say", "Button", "Key", "Nod", "phrase"}
WORD = re.compile(r"[a-z][\w]*(-[\w]+)*")
# said under a name that is put together in bot/coach/holding.py
UNUSED_FOR_NOW = frozenset({"pain-open-choose", "pain-open-kind", "pain-open-level"})


def trees():
    for file in sorted(BOT.rglob("*.py")):
        yield file, ast.parse(file.read_text(encoding="utf-8"))


def patterns(node):
    """The phrase ids a string or an f-string can be, as expressions."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [re.escape(node.value)]
    if isinstance(node, ast.JoinedStr):
        parts = [re.escape(p.value) if isinstance(p, ast.Constant) else r"[\w-]+" for p in node.values]
        return ["".join(parts)]
    if isinstance(node, ast.IfExp):
        return patterns(node.body) + patterns(node.orelse)
    return []


def said():
    """(file, line, expression) of every phrase that the code says outright."""
    for file, tree in trees():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "id", None) or getattr(node.func, "attr", "")
            given = [keyword.value for keyword in node.keywords if keyword.arg == "phrase" and name in SAYS]
            if name in {"Say", "Button", "Key", "phrase"}:
                given += node.args[:1]
            for argument in given:
                yield from ((file, node.lineno, pattern) for pattern in patterns(argument))
            if name == "Ref" and node.args:
                for pattern in patterns(node.args[0]):
                    if pattern.startswith(r"phrase\."):
                        yield file, node.lineno, pattern.removeprefix(r"phrase\.")


def test_every_phrase_that_is_said_has_words():
    unknown = [
        f"{file.relative_to(BOT.parent)}:{line} {pattern}"
        for file, line, pattern in said()
        if pattern and not any(re.fullmatch(pattern, phrase) for phrase in IDS)
    ]
    assert unknown == []


def literal(pattern):
    """What an f-string says itself."""
    return re.sub(r"\W", "", pattern.replace(r"[\w-]+", ""))


def unused():
    """The phrases that stand nowhere in the code, neither outright nor as what an f-string can be."""
    texts, wild = set(), []
    for _, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) < 100:
                texts.update(found[0] for found in WORD.finditer(node.value))
            elif isinstance(node, ast.JoinedStr):
                said_here = [p.removeprefix(r"phrase\.") for p in patterns(node)]
                wild += [re.compile(p) for p in said_here if len(literal(p)) > 2]
    sources = "".join(file.read_text(encoding="utf-8") for file in (HERE / "en" / "phrases").glob("*.ftl"))
    named = set(re.findall(r"\{\s*([a-z][\w-]+)\s*\}", sources))
    known = {"safety-", "credit"}  # named by words/safety.toml and by Tongue.credit
    rest = {p for p in IDS - texts - named if not p.startswith(tuple(known))}
    return {p for p in rest if not any(w.fullmatch(p) for w in wild)}


def test_no_phrase_waits_for_nobody():
    assert unused() <= UNUSED_FOR_NOW
