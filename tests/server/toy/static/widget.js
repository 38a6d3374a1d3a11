import { draw, put } from "./toy.js";

export default {
  render({ model, el }) {
    const kept = sessionStorage.place;
    const redraw = () => {
      const props = model.get("props");
      draw(el, props, (message) => model.send(message));
      sessionStorage.place = JSON.stringify(props.place);
    };
    model.on("gone", () => (el.dataset.gone = ""));
    model.on("change:props", redraw);
    model.on("msg:custom", ({ changes }) => {
      if (!changes) return;
      model.set("props", changes.reduce((now, { at, set }) => put(now, at, set), model.get("props")));
      redraw();
    });
    redraw();
    if (kept) model.send({ hello: JSON.parse(kept) });
  },
};
