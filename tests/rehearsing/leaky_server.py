"""A fixture: a served home for rehearsals, which leaks on request. All tests of a worker share it."""

from collections.abc import Iterator

import pytest

from tests.serving import Served, start

LEAKY = ("tests.rehearsing.leaky", "serve", "--no-browser", "--port=0", "--home")


@pytest.fixture(scope="session")
def leaky_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A course server, which leaks while its home has the file `tests.rehearsing.leaky.LEAK`."""
    served = start(tmp_path_factory.mktemp("rehearsing"), LEAKY)
    yield served
    served.stop()
