"""A PostgreSQL server as the store's database: how it is reached, and what it must be able to do.

The driver is an extra (``pip install "dlcourse[postgresql]"``) and is imported only when such an address is opened.
"""

import math
import selectors
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import URL, Connection, Engine, TextClause, create_engine, event, inspect, text
from sqlalchemy.exc import DBAPIError, InvalidatePoolError

from dlcourse.errors import CourseError
from dlcourse.store import database_errors
from dlcourse.store.migrations import table_copies

OLDEST = 14
"""The oldest version of PostgreSQL that is accepted."""
CHANNEL = "dlcourse"
"""What is notified of changes is this name with the name of the schema behind it."""
CONNECTIONS, MORE_CONNECTIONS = 10, 30
"""How many connections stay open, and how many more are opened while many people read at once."""
UNUSED_S = 10.0
"""A connection that was not used for so many seconds is tried before it is used."""
_CONNECTED_WITH = {
    "connect_timeout": 5,
    "application_name": "dlcourse",
    "client_encoding": "utf8",  # an environment variable may say otherwise
    # Together these notice within half a minute that the server or the network is gone.
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 30_000,
}
_SETTINGS = (
    "SET lock_timeout = '{patience}ms'",
    # Whoever waited for their turn must see what was written meanwhile, whatever the server does by default.
    "SET default_transaction_isolation = 'read committed'",
    # A program that stopped in the middle of a change must not keep all others waiting.
    "SET idle_in_transaction_session_timeout = '60s'",
    # Whatever else the server does by default, what is acknowledged is on the disk.
    "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'",
)
_ALONE = text("SELECT pg_advisory_xact_lock(hashtext('dlcourse'), hashtext(current_schema()))")
_NOTIFY = "SELECT pg_notify(left(%s || ' ' || current_schema(), 63), %s)"  # LISTEN cuts long names off itself


def connect_to(url: URL, where: str, patience: float) -> Engine:
    """The engine for the database at ``url``; nothing is connected yet.

    A connection waits for locks of others for at most ``patience`` seconds. Raises a `CourseError` if there is no
    driver.
    """
    options = {name: value for name, value in _CONNECTED_WITH.items() if name not in url.query}
    try:
        engine = create_engine(
            url.set(drivername="postgresql+psycopg"),
            hide_parameters=True,
            pool_size=CONNECTIONS,
            max_overflow=MORE_CONNECTIONS,
            connect_args=options,
        )
    except ImportError:
        what, remedy = "the driver for PostgreSQL is missing", 'Install it: pip install "dlcourse[postgresql]".'
        raise CourseError(where, what, remedy) from None

    @event.listens_for(engine, "connect")
    def set_up(connection: Any, _: Any) -> None:
        for setting in _SETTINGS:
            connection.execute(setting.format(patience=round(patience * 1000)))
        connection.commit()

    _check_before_use(engine)
    return engine


def _check_before_use(engine: Engine) -> None:
    """Replace connections that were lost while nobody used them.

    A server that closes a connection says so, and that has arrived here. Only of a network that went silent nothing is
    heard, so after a while a connection is tried, which takes a trip.
    """

    @event.listens_for(engine, "checkin")
    def note(_: Any, record: Any) -> None:
        record.info["used"] = time.monotonic()

    @event.listens_for(engine, "checkout")
    def check(connection: Any, record: Any, _: Any) -> None:
        import psycopg

        unused = time.monotonic() - record.info.get("used", math.inf)  # a new one is not tried
        try:
            if unused > UNUSED_S or can_read(0, connection):
                engine.dialect.do_ping(connection)
        except psycopg.Error:
            raise InvalidatePoolError from None


def can_read(seconds: float | None, *sources: Any) -> bool:
    """Wait until one of these connections or sockets has something to read; False if none has after so many seconds.

    Unlike `select.select`, this also works for the 1,025th open file of a server.
    """
    with selectors.DefaultSelector() as selector:
        for source in sources:
            selector.register(source, selectors.EVENT_READ)
        return bool(selector.select(seconds))


def check_server(where: str, connection: Connection) -> None:
    """Raise a `CourseError` if the server is too old, or its database has no room for us or for every character."""
    version = int(connection.exec_driver_sql("SHOW server_version_num").scalar_one()) // 10_000
    if version < OLDEST:
        what = f"this is PostgreSQL {version}, and the course needs {OLDEST} or newer"
        raise CourseError(where, what, "Use a newer server, or keep the work in the course folder.")
    encoding = connection.exec_driver_sql("SHOW server_encoding").scalar_one()
    if encoding != "UTF8":
        raise CourseError(where, *database_errors.ENCODING)
    if connection.exec_driver_sql("SELECT current_schema()").scalar_one() is None:
        raise CourseError(where, *database_errors.NO_RIGHTS)


def wait_for_turn(connection: Connection) -> None:
    """Until the end of the transaction, let nobody else write to this schema.

    The lock ends only after the changes can be seen. So numbers of events become visible in their order: whoever has
    read up to one of them never finds a lower one later.
    """
    connection.execute(_ALONE)


def sends_at_once(connection: Connection) -> bool:
    """Whether this is a server, and its driver can send several statements in one trip (libpq 14 or newer)."""
    if connection.dialect.name != "postgresql":
        return False
    import psycopg  # only where there is a server

    return psycopg.Pipeline.is_supported()


@contextmanager
def one_trip(connection: Connection) -> Iterator[Callable[..., Any]]:
    """Send several statements together. What the block gets takes a statement and its values, and returns a cursor.

    What was found can be fetched after the block. Raises an `SQLAlchemyError` for the first statement that fails.
    """
    from psycopg.rows import namedtuple_row

    driver: Any = connection.connection.driver_connection
    with driver_errors(), driver.pipeline():
        yield lambda statement, values=None: driver.cursor(row_factory=namedtuple_row).execute(statement, values)


@contextmanager
def driver_errors() -> Iterator[None]:
    """Raise an `SQLAlchemyError` in place of an error of the driver, which is used without SQLAlchemy in the block."""
    import psycopg

    try:
        yield
    except psycopg.Error as error:
        raise DBAPIError.instance(None, None, error, psycopg.Error, hide_parameters=True) from None


def take_turn(connection: Connection, also: TextClause) -> Any:
    """Wait for one's turn as in `wait_for_turn`, and return the first value that another statement then finds.

    None if it finds nothing.
    """
    if not sends_at_once(connection):
        wait_for_turn(connection)
        return connection.execute(also).scalar()
    with one_trip(connection) as ask:
        ask(_ALONE.text)
        found = ask(also.text)
    return next(iter(found.fetchone() or ()), None)


def announce_and_commit(connection: Connection, payload: str) -> None:
    """Notify all programs that listen to this schema as soon as the transaction is committed.

    It is committed here if both fit in one trip; otherwise the caller's commit does it.
    """
    if not sends_at_once(connection):
        connection.exec_driver_sql(_NOTIFY, (CHANNEL, payload))
        return
    with one_trip(connection) as ask:
        ask(_NOTIFY, (CHANNEL, payload))
        connection.connection.commit()


def channel(schema: str) -> str:
    """The name of the channel of a schema, as it is written between quotation marks."""
    return f"{CHANNEL} {schema}".replace('"', '""')


def sweep(engine: Engine) -> None:
    """Let the server overwrite what was deleted, and drop the copies that migrations made.

    Nobody has to wait for this.
    """
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        for name in table_copies(inspect(connection).get_table_names()):
            connection.exec_driver_sql(f'DROP TABLE IF EXISTS "{name}"')
        connection.exec_driver_sql("VACUUM texts, drafts, events")


def count_on(connection: Connection) -> None:
    """Let the numbers of new events go on after the highest one that is there."""
    highest = "SELECT setval(pg_get_serial_sequence('events', 'seq'), max(seq)) FROM events HAVING max(seq) > 0"
    connection.exec_driver_sql(highest)


def analyze(engine: Engine) -> None:
    """Let the server find out how its tables are filled, so that it finds rows fast from now on."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("ANALYZE")
