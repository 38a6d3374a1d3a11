"""The contract that subjects are islands: which imports it finds, and which it allows."""

import pytest
from grimp import ImportGraph

from tests.islands import Islands

ROOMS = (
    "pages.table.view",
    "pages.log.view",
    "pages.words",
    "domain.table.rules",
    "domain.log.rules",
    "charts.theme",
    "server.app",
)


def broken(importer: str, imported: str, *may_import: str) -> bool:
    """Whether the contract finds an import in an example with two subjects; names are without ``house.``."""
    graph = ImportGraph()
    for name in {importer, imported, *ROOMS}:
        parts = ["house", *name.split(".")]
        for length in range(1, len(parts) + 1):
            graph.add_module(".".join(parts[:length]))
    graph.add_import(importer=f"house.{importer}", imported=f"house.{imported}")
    options = {"floors": ["house.pages", "house.domain", "house.charts"], "may_import": list(may_import)}
    return not Islands("islands", {}, options).check(graph, verbose=False).kept


@pytest.mark.parametrize(
    ("importer", "imported"),
    [
        ("pages.table.view", "pages.log.view"),
        ("pages.table.view", "domain.log.rules"),
        ("pages.table", "domain.log.rules"),
        ("pages.words", "domain.log.rules"),
        ("pages.words", "pages.table.view"),
        ("pages.log", "pages.table"),
    ],
)
def test_an_import_of_another_subject_is_found(importer: str, imported: str) -> None:
    """Neither a subject nor a module beside the subjects may import another subject, on its own floor or another."""
    assert broken(importer, imported)
    assert broken(importer, imported, "log -> nothing", "server.app -> *")


@pytest.mark.parametrize(
    ("importer", "imported"),
    [
        ("pages.table.view", "domain.table.rules"),
        ("pages.table.view", "pages.words"),
        ("pages.words", "domain.speech"),
        ("server.app", "pages.table.view"),
        ("pages.table.view", "server.app"),
    ],
)
def test_other_imports_pass(importer: str, imported: str) -> None:
    """A subject may import itself and modules beside the subjects; code outside the floors may import any subject."""
    assert not broken(importer, imported)


@pytest.mark.parametrize("exception", ["table -> log", "table -> *"])
def test_an_exception_is_for_one_direction(exception: str) -> None:
    """An exception names one subject or all, and it does not hold in the other direction."""
    assert not broken("pages.table.view", "domain.log.rules", exception)
    assert broken("pages.log.view", "domain.table.rules", exception)


def test_a_subject_of_one_file_is_a_subject() -> None:
    """If a subject is a single module on a floor and not a folder, that module is the subject."""
    assert broken("pages.log.view", "charts.table")
