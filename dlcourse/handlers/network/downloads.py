"""Handlers of file downloads: one's own network as a workbook, and a template to start from."""

import base64

from dlcourse.domain.download import DownloadView
from dlcourse.domain.network.messages import NOBODY_YET, Network
from dlcourse.domain.network.views import TakeNetwork
from dlcourse.handlers.context import ReadContext, Slow
from dlcourse.handlers.network.own import own
from dlcourse.handlers.registry import look_up

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@look_up.register
def show_take_network(query: TakeNetwork, context: ReadContext) -> Slow:
    mine = own(context.transaction, context.person) or NOBODY_YET
    return Slow(_template if query.what == "template" else lambda: _own(mine))


def _template() -> DownloadView:
    from dlcourse.exports.network.workbook import template_xlsx

    return _taken("network-template.xlsx", template_xlsx())


def _own(mine: Network) -> DownloadView:
    from dlcourse.exports.network.workbook import network_xlsx

    return _taken("network.xlsx", network_xlsx(mine))


def _taken(name: str, content: bytes) -> DownloadView:
    return DownloadView(name=name, type=WORKBOOK, content=base64.b64encode(content).decode())
