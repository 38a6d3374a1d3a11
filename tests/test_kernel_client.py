"""The connection to a kernel: no reply is overlooked."""

import asyncio
import select

import zmq
import zmq.asyncio
from jupyter_client.session import Session

from dlcourse.kernel_client import KernelClient, ShellChannel
from tests.serving import PATIENCE


def test_a_reply_that_arrives_while_a_message_is_sent_is_noticed() -> None:
    """That is so although sending takes away the sign that something has arrived, except for the first time."""
    session = Session(key=b"")

    async def talk() -> None:
        with zmq.Context() as plain, plain.socket(zmq.DEALER) as kernel:
            port = kernel.bind_to_random_port("tcp://127.0.0.1")
            with zmq.asyncio.Context() as context, context.socket(zmq.DEALER) as socket:
                socket.connect(f"tcp://127.0.0.1:{port}")
                channel = ShellChannel(socket, session)
                for _ in range(3):
                    reply = asyncio.ensure_future(channel.get_msg(timeout=2 * PATIENCE))
                    await asyncio.sleep(0.1)
                    session.send(kernel, "execute_reply")
                    select.select([socket.FD], [], [], PATIENCE)
                    channel.send(session.msg("comm_msg"))
                    assert (await reply)["header"]["msg_type"] == "execute_reply"

    asyncio.run(asyncio.wait_for(talk(), PATIENCE))


def test_a_client_has_such_a_channel() -> None:
    """A client that is made as Voila makes it sends and receives on it."""
    assert KernelClient().shell_channel_class is ShellChannel
