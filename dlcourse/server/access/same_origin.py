"""Whether a request was sent by a page of the course itself. Files that hold private words are given to nobody else.

Another site can send a browser to any address, and the browser then saves what it finds there.
"""

from tornado.httputil import HTTPServerRequest

from dlcourse.server.access.hosts import host_and_port


def is_same_origin(request: HTTPServerRequest) -> bool:
    """Whether a link, a form or a program of one of our own pages sent this request.

    Browsers say so themselves in ``Sec-Fetch-Site``, which no page can change. They leave it out where the course is
    reached in a network without https, and old ones always do. Then ``Origin`` or ``Referer`` has to name this server.
    Our pages send both, and no other site can send ours.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    return host_and_port(request.headers.get("Origin") or request.headers.get("Referer", "")) == request.host.lower()
