"""Charts in documents: drawn without a network, described for people who cannot see them, and never in the way."""

import io
from typing import Any

import docx
import pytest

from dlcourse import child_process
from dlcourse.charts.reflection.confidence import confidence
from dlcourse.domain.chart import Chart
from dlcourse.domain.document import Document, DocumentItem, Section
from dlcourse.exports import chart_pictures
from dlcourse.exports.markdown import markdown
from dlcourse.exports.word import WIDEST, word_document
from tests.charts.reflection.test_confidence import POINTS

PNG = b"\x89PNG"


def chart(**spec: Any) -> Chart:
    """A chart of the course, or one with another specification."""
    made = confidence(POINTS, 2)
    assert made
    return made.model_copy(update={"spec": spec}) if spec else made


def made(*charts: Chart) -> Document:
    """A document with these charts."""
    item = DocumentItem("How sure", (), (), (), charts)
    return Document("Portfolio", "Joy", "1 piece.", (Section("The log", (item,)),))


def test_a_word_document_has_the_chart_and_its_description() -> None:
    """The picture fits on the page, its alternative text says what the chart shows, and its sentence is beside it."""
    drawn = chart()
    file = docx.Document(io.BytesIO(word_document(made(drawn))))
    (picture,) = file.inline_shapes
    assert 0 < picture.width <= WIDEST
    assert picture._inline.docPr.get("descr") == f"{drawn.title}. {drawn.description} {drawn.says}"
    said = [paragraph.text for paragraph in file.paragraphs]
    assert said.index(drawn.title) < said.index(drawn.says)
    assert drawn.says in markdown(made(drawn)).replace("\\", "")


def test_what_cannot_be_drawn_or_would_be_fetched_is_left_out() -> None:
    """A chart that is broken or asks for an address is None, and the others are drawn all the same."""
    fetching = chart(mark="bar", data={"url": "http://127.0.0.1:9/a.json"}, encoding={"x": {"field": "a"}})
    first, broken, fetched, last = chart_pictures.pictures([chart(), chart(mark=3), fetching, chart()])
    assert (broken, fetched) == (None, None)
    assert first
    assert last == first
    assert first.startswith(PNG)


@pytest.mark.parametrize(("name", "value"), [("PACKAGE", "no_such_package"), ("CHILD", "dlcourse.no_such_module")])
def test_without_what_draws_it_a_document_has_the_words(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """If nothing here can draw, the document is made all the same, with the chart's title and sentence."""
    monkeypatch.setattr(chart_pictures, name, value)
    drawn = chart()
    assert chart_pictures.pictures([drawn]) == (None,)
    file = docx.Document(io.BytesIO(word_document(made(drawn))))
    assert len(file.inline_shapes) == 0
    assert {drawn.title, drawn.says} <= {paragraph.text for paragraph in file.paragraphs}


def test_a_document_without_charts_starts_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only a document with a chart starts the process that draws."""
    monkeypatch.setattr(child_process, "start", lambda _: pytest.fail("it was started"))
    assert chart_pictures.pictures([]) == ()
    assert word_document(made())
