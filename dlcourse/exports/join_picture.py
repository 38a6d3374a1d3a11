"""The picture of a join code that a phone can scan: the address to join, with the code in its fragment."""

import io

import segno

BORDER = 4
"""The quiet edge of the picture, in dots; scanners need it."""


def join_picture(address: str) -> str:
    """The picture as SVG, dark on white whatever the page's colors are."""
    out = io.BytesIO()
    segno.make(address, error="m").save(out, kind="svg", border=BORDER, dark="#000", light="#fff", xmldecl=False)
    return out.getvalue().decode()
