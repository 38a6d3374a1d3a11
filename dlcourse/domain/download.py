"""A file to download. It is sent like any other view, and each host delivers it in its own way."""

from dlcourse.domain.speech import View


class DownloadView(View):
    """A file: its ``name`` and media ``type``; ``content`` is in base64."""

    name: str
    type: str
    content: str
