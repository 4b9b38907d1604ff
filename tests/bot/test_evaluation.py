"""The evaluate command prints one line per row and a summary beside it."""

from __future__ import annotations

import io
from pathlib import Path

from bot.evaluation import evaluate, rows_of


def run(path: Path) -> tuple[int, list[str], str]:
    out, summary = io.StringIO(), io.StringIO()
    code = evaluate(path, out, summary)
    return code, out.getvalue().splitlines(), summary.getvalue()


def test_questions_print_id_and_one_label(tmp_path: Path) -> None:
    file = tmp_path / "questions.tsv"
    file.write_text(
        "id\ttext\tkind\tlang\tlabels\tcontext\n"
        "A\tquads?\tcomposed\ten\tmuscle:quadriceps\t\n"
        "B\tand how do i train them\tcomposed\ten\tmuscle:glutes\tmuscle:glutes\n"
        "C\tchest pain\tcomposed\ten\tsoreness\n"
    )
    code, lines, summary = run(file)
    assert code == 0
    assert lines == ["A\tmuscle:quadriceps", "B\tmuscle:glutes", "C\tred_flag"]
    assert "acceptable 66.7%" in summary
    assert "chest pain" in summary


def test_replies_print_the_values(tmp_path: Path) -> None:
    file = tmp_path / "replies.tsv"
    file.write_text(
        "id\texercise_kind\ttext\tintent\treps\tweight_kg\tseconds\tsets\n"
        "P\treps\t10 done\tdone\t10\t\t\t\n"
        "Q\ttimed\t45s\tdone\t\t\t45\t\n"
        "R\tweighted\tmy chest hurts\tstop\t\t\t\t\n"
    )
    code, lines, summary = run(file)
    assert code == 0
    assert lines == ["P\tdone\t10\t\t\t", "Q\tdone\t\t\t45\t", "R\tred_flag\t\t\t\t"]
    assert "3 rows" in summary


def test_a_file_that_is_no_table_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "other.tsv"
    file.write_text("name\tage\nx\t1\n")
    assert run(file)[0] == 2
    assert run(tmp_path / "missing.tsv")[0] == 2
    (tmp_path / "empty.tsv").write_text("")
    assert run(tmp_path / "empty.tsv")[0] == 2


def test_cells_are_split_by_tabs_alone() -> None:
    assert list(rows_of('id\ttext\n1\t"a, b"\r\n2\n')) == [
        {"id": "1", "text": '"a, b"'},
        {"id": "2", "text": ""},
    ]
