"""A notebook with more than twenty kinds of output, for every tool in which the course's notebooks are opened.

Each cell is short and shows one kind. The texts to look for begin with the name of the kind. The error is the last,
because plain Voila runs nothing after it.
"""

import base64
import json
import struct
import zlib
from pathlib import Path
from textwrap import dedent

LEVEL = 16
WRITTEN = b"uploaded words"


def _png() -> bytes:
    """A red square."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = b"".join(b"\0" + b"\xc0\x20\x20" * LEVEL for _ in range(LEVEL))
    header = struct.pack(">IIBBBBB", LEVEL, LEVEL, 8, 2, 0, 0, 0)
    parts = (chunk(b"IHDR", header), chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


PNG = base64.b64encode(_png()).decode()

CELLS = {
    "imports": """
        import base64
        import altair
        import dlcourse
        import pandas
        import ipywidgets as w
        from IPython.display import HTML, SVG, Image, Latex, Markdown, display
        """,
    "slider": """
        level = w.IntSlider(value=3, max=10, description="Level")
        told = w.Label("slider at 3")
        level.observe(lambda change: setattr(told, "value", f"slider at {change['new']}"), "value")
        w.VBox([level, told])
        """,
    "interact": """
        @w.interact(times=w.IntSlider(value=2, max=9, description="Times"))
        def rows(times):
            print("interact printed", times)
            return pandas.DataFrame({"n": range(times), "square": [n * n for n in range(times)]})
        """,
    "chart": """
        @w.interact(top=w.IntSlider(value=4, max=9, description="Top"))
        def bars(top):
            data = pandas.DataFrame({"name": [f"bar-{n}" for n in range(top)], "size": range(1, top + 1)})
            return altair.Chart(data, height=120).mark_bar().encode(x="size", y="name")
        """,
    "a chart alone": """
        data = pandas.DataFrame({"x": [1, 2, 3], "y": [3, 1, 2]})
        altair.Chart(data, title="chart alone").mark_line(point=True).encode(x="x:Q", y="y:Q")
        """,
    "table": """pandas.DataFrame({"table": ["cell of a table", "another"], "n": [1, 2]})""",
    "html": """
        HTML('<p>html <b>in bold</b></p><script>window.ran = 1</script><img src="data:," onerror="window.ran = 1">')
        """,
    "markdown": """Markdown("markdown *slanted* with $x^2$")""",
    "latex": r"""Latex(r"latex $$\frac{a}{b} = \sqrt{c}$$")""",
    "picture": f"""Image(base64.b64decode("{PNG}"), alt="picture")""",
    "drawing": """
        SVG('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><circle cx="20" cy="20" r="15"/></svg>')
        """,
    "stream": """
        import sys
        print("stream of words")
        print("stream of warnings", file=sys.stderr)
        """,
    "button": """
        presses = w.Output()
        press = w.Button(description="Press me", icon="check")

        @press.on_click
        def pressed(_):
            with presses:
                presses.clear_output(wait=True)
                print("button was pressed")

        w.VBox([press, presses])
        """,
    "layout": """
        tabs = w.Tab([w.Label("layout in a tab"), w.Label("layout in another")], titles=["First tab", "Second tab"])
        folds = w.Accordion([w.Label("layout in a fold")], titles=["A fold"])
        w.VBox([tabs, folds, w.GridBox([w.Label(f"grid-{n}") for n in range(4)])])
        """,
    "choices": """
        fruit = w.Dropdown(options=["apple", "pear"], description="Fruit")
        kinds = [w.RadioButtons, w.ToggleButtons, w.SelectMultiple]
        w.VBox([fruit, *(kind(options=["one", "two"]) for kind in kinds), w.Checkbox(description="Agreed")])
        """,
    "fields": """
        fields = [w.Text("field text"), w.Textarea("field area"), w.FloatText(1.5)]
        w.VBox([*fields, w.DatePicker(), w.ColorPicker(value="teal")])
        """,
    "progress": """
        play, bar = w.Play(max=5, interval=200), w.IntProgress(max=5, description="Progress")
        w.jslink((play, "value"), (bar, "value"))
        w.HBox([play, bar])
        """,
    "linked": """
        one, two = w.IntText(1, description="One"), w.IntText(1, description="Two")
        w.link((one, "value"), (two, "value"))
        w.HBox([one, two])
        """,
    "upload": """
        upload, got = w.FileUpload(), w.Label("upload: nothing yet")
        read = lambda change: setattr(got, "value", "upload: " + bytes(change["new"][0].content).decode())
        upload.observe(read, "value")
        w.VBox([upload, got])
        """,
    "bytes": f"""w.Image(value=base64.b64decode("{PNG}"), width=32)""",
    "another widget": """
        import anywidget
        import traitlets

        class Counter(anywidget.AnyWidget):
            _esm = '''export default { render({ model, el }) {
                const button = document.createElement("button");
                const show = () => (button.textContent = `another widget counts ${model.get("count")}`);
                button.onclick = () => { model.set("count", model.get("count") + 1); model.save_changes(); };
                model.on("change:count", show); show(); el.append(button); } }'''
            _css = "button.counts { color: teal }"
            count = traitlets.Int(7).tag(sync=True)

        Counter()
        """,
    "course page in a box": """w.VBox([w.Label("box around a page"), dlcourse.expertise()])""",
    "display": """
        shown = display(Markdown("display before"), display_id=True)
        again = w.Button(description="Update it")
        again.on_click(lambda _: shown.update(Markdown("display after")))
        again
        """,
    "plain": """{"plain": "text of an object"}""",
    "made later": """
        more, place = w.Button(description="Make one"), w.VBox()
        more.on_click(lambda _: setattr(place, "children", [w.Label("made later")]))
        w.VBox([more, place])
        """,
    "drawn again": """
        from dlcourse.widgets.redrawn import Redrawn

        drawing, many = Redrawn(), w.IntSlider(value=2, max=9, description="Many")

        def draw(many):
            data = pandas.DataFrame({"name": [f"again-{n}" for n in range(many)], "size": range(1, many + 1)})
            drawing.draw(altair.Chart(data, height=120).mark_bar().encode(x="size", y="name"))

        many.observe(lambda change: draw(change["new"]), "value")
        draw(2)
        w.VBox([many, drawing])
        """,
    "error": """
        display(Markdown("error follows"))
        1 / 0
        """,
}


def write(path: Path) -> None:
    """Write the notebook to this path."""
    cells = [_text("# All kinds of output")]
    for number, (name, source) in enumerate(CELLS.items()):
        cells += [_text(f"**{name}**", f"text-{number}"), _code(dedent(source).strip("\n"), f"code-{number}")]
    about = {"kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}}
    about |= {"voila": {"template": "dlcourse"}}
    path.write_text(json.dumps({"cells": cells, "metadata": about, "nbformat": 4, "nbformat_minor": 5}), "utf-8")


def _text(source: str, name: str = "title") -> dict[str, object]:
    return {"cell_type": "markdown", "id": name, "metadata": {}, "source": source}


def _code(source: str, name: str) -> dict[str, object]:
    return {
        "cell_type": "code",
        "id": name,
        "metadata": {},
        "source": source,
        "execution_count": None,
        "outputs": [],
    }
