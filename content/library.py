"""Everything the coach knows: `open_library()`. Facts are read at once, a language when first spoken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from content import reading
from content.model import (
    AnswerProse,
    Exercise,
    ExerciseProse,
    Muscle,
    MuscleProse,
    PartProse,
    Reference,
    Run,
    RunProse,
    Session,
    SessionProse,
)
from content.phrases import Phrases

HERE = Path(__file__).parent
FIRST = "en"  # complete by definition; the others are compared with it


class Tongue:
    """One language: its prose, its phrases and the words its people answer with."""

    def __init__(self, code: str, folder: Path, references: Mapping[str, Reference]) -> None:
        """A language in `folder`; nothing is read before it is asked for."""
        self.code = code
        self.folder = folder
        self._references = references

    @cached_property
    def about(self) -> Mapping[str, Any]:
        """`language.toml`: the language's own name."""
        return reading.table(self.folder / "language.toml")

    @property
    def name(self) -> str:
        """The language's name in itself: English, Español."""
        return str(self.about["name"])

    @cached_property
    def muscle(self) -> Mapping[str, MuscleProse]:
        """The six muscle groups."""
        return reading.folder(self.folder / "muscles", reading.muscle_prose)

    @cached_property
    def part(self) -> Mapping[str, PartProse]:
        """Single muscles people ask about by name (soleus, psoas)."""
        return reading.folder(self.folder / "parts", reading.part_prose)

    @cached_property
    def exercise(self) -> Mapping[str, ExerciseProse]:
        """The exercises."""
        return reading.folder(self.folder / "exercises", reading.exercise_prose)

    @cached_property
    def session(self) -> Mapping[str, SessionProse]:
        """The sessions."""
        return reading.folder(self.folder / "sessions", reading.session_prose)

    @cached_property
    def run(self) -> Mapping[str, RunProse]:
        """The runs that build strength."""
        return reading.folder(self.folder / "runs", reading.run_prose)

    @cached_property
    def answer(self) -> Mapping[str, AnswerProse]:
        """The answers to what people ask."""
        return reading.folder(self.folder / "answers", reading.answer_prose)

    @cached_property
    def words(self) -> Mapping[str, Mapping[str, Any]]:
        """What people say: each `words/<name>.toml` under its name."""
        return Tables(self.folder / "words")

    @cached_property
    def wordings(self) -> Mapping[str, tuple[str, ...]]:
        """Ways to ask: the lines of each file of `wordings/` under its name, without blanks and # remarks."""
        return Lists(self.folder / "wordings")

    @cached_property
    def phrases(self) -> Phrases:
        """What the coach says."""
        return Phrases(self.folder / "phrases", self.code)

    def phrase(self, phrase_id: str, /, **facts: Any) -> str:
        """A phrase with its facts (escaped by the caller); raises PhraseError if it cannot be said whole."""
        return self.phrases.say(phrase_id, facts)

    def has(self, phrase_id: str) -> bool:
        """Whether there is such a phrase."""
        return phrase_id in self.phrases

    def credit(self, sources: Iterable[str]) -> str:
        """One line on where a statement comes from: the article, research by author and year, or our rule."""
        rows = [self._references[source] for source in sources]
        kinds = {row.kind for row in rows}
        parts = [self.phrase(f"credit-{kind}") for kind in ("article", "corrected", "ours") if kind in kinds]
        named = "; ".join(f"{row.author} {row.year}" for row in rows if row.kind == "research" and row.year)
        if named:
            parts.insert(len(parts) - ("ours" in kinds), self.phrase("credit-research", who=named))
        return self.phrase("credit", parts=" · ".join(parts)) if parts else ""


class Tables(Mapping[str, Mapping[str, Any]]):
    """Each TOML file of a folder under its name, read when first asked for."""

    def __init__(self, folder: Path) -> None:
        """No file is read yet."""
        self._files = {file.stem: file for file in sorted(folder.glob("*.toml"))}
        self._read: dict[str, Mapping[str, Any]] = {}

    def __getitem__(self, name: str) -> Mapping[str, Any]:
        if name not in self._read:
            self._read[name] = reading.table(self._files[name])
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


class Lists(Mapping[str, tuple[str, ...]]):
    """The lines of each file of a folder under its name; read each time: who needs them keeps what he makes of them."""

    def __init__(self, folder: Path) -> None:
        """No file is read before it is asked for."""
        self._files = {file.stem: file for file in sorted(folder.glob("*")) if file.is_file()}

    def __getitem__(self, name: str) -> tuple[str, ...]:
        lines = (line.strip() for line in self._files[name].read_text(encoding="utf-8").splitlines())
        return tuple(line for line in lines if line and not line.startswith("#"))

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


class Library:
    """All facts, and every language by its code."""

    def __init__(self, folder: Path) -> None:
        """Reads the facts of a content folder; raises reading.UnreadableError with the file's name."""
        facts = folder / "facts"
        self.folder = folder
        self.exercises: Mapping[str, Exercise] = reading.exercises(facts)
        self.muscles: Mapping[str, Muscle] = reading.muscles(facts)
        self.sessions: Mapping[str, Session] = reading.sessions(facts)
        self.runs: Mapping[str, Run] = reading.runs(facts)
        self.references: Mapping[str, Reference] = reading.references(facts)
        self.emergency: Mapping[str, str] = reading.table(facts / "emergency.toml")["numbers"]
        codes = sorted(path.parent.name for path in folder.glob("*/language.toml"))
        self._tongues = {code: Tongue(code, folder / code, self.references) for code in codes}

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The codes of the languages that are complete, English first."""
        done = [code for code, tongue in self._tongues.items() if tongue.about.get("complete", False)]
        return tuple(sorted(done, key=lambda code: (code != FIRST, code)))

    def tongue(self, code: str | None) -> Tongue:
        """The language for a code as Telegram gives it: "es-MX" is Spanish, an unknown one is English."""
        plain = (code or FIRST).split("-")[0].lower()
        return self._tongues[plain if plain in self.languages else FIRST]


@lru_cache(maxsize=4)
def open_library(folder: Path | None = None) -> Library:
    """The library of a content folder, read once per folder."""
    return Library(folder or HERE)
