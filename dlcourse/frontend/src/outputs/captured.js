// The widget that captures output, such as that of `interact`: what is printed or shown while the kernel handles one of
// its messages belongs into this widget.

import { OutputModel, OutputView } from "@jupyter-widgets/output";
import { Drawing } from "./drawing.js";
import { withOutput } from "./output_list.js";

/** @typedef {import("./links.js").Message} Message */

/**
 * What a notebook would store of a message.
 * @param {Message} message
 */
const stored = ({ header, content }) => ({ output_type: header.msg_type, ...content });

/**
 * The model and the view of such widgets on a page with these links.
 * @param {import("./links.js").Links} links
 */
export function outputClasses(links) {
  class CourseOutputModel extends OutputModel {
    defaults() {
      return { ...super.defaults(), msg_id: "", outputs: [] };
    }

    initialize(/** @type {any} */ attributes, /** @type {any} */ options) {
      super.initialize(attributes, options);
      this.end = () => {};
      this.emptied = false;
      this.listenTo(this, "change:msg_id", () => this.listen());
      this.listen();
    }

    listen() {
      this.end?.();
      const id = this.get("msg_id");
      this.end = id ? links.capture(id, (message) => this.take(message)) : () => {};
    }

    take(/** @type {Message} */ message) {
      if (message.header.msg_type === "clear_output") {
        if (message.content.wait) this.emptied = true;
        else this.put([]);
        return;
      }
      const before = this.emptied ? [] : this.get("outputs");
      this.emptied = false;
      this.put(withOutput(before, stored(message)));
    }

    put(/** @type {any[]} */ outputs) {
      this.set("outputs", outputs);
      this.save_changes();
    }
  }

  class CourseOutputView extends OutputView {
    render() {
      super.render();
      this.el.classList.add("dl-captured");
      this.drawing = new Drawing(this.el, links, { folded: false });
      this.listenTo(this.model, "change:outputs", this.redraw);
      this.redraw();
    }

    async redraw() {
      await this.displayed; // what it shows has to be in the document
      await this.drawing?.draw(this.model.get("outputs"));
    }

    remove() {
      this.drawing?.end();
      super.remove();
    }
  }

  return { OutputModel: CourseOutputModel, OutputView: CourseOutputView };
}
