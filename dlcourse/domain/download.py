"""A file that a person takes along: it crosses like any other view, and each host hands it over in its own way."""

from dlcourse.domain.speech import View


class DownloadView(View):
    """A file: its ``name`` and media ``type``; ``content`` is in base64."""

    name: str
    type: str
    content: str
