// Where the renderer of charts comes from. It is fetched once for a document, however many charts and widgets there are.

const NAME = "chart-renderer.js";
const PATIENCE = 60_000; // ms: cells that still run come first
const ONCE = Symbol.for("dlcourse.chart-renderer");

function once(fetchIt) {
  globalThis[ONCE] ??= fetchIt().catch((fault) => {
    globalThis[ONCE] = undefined; // the next chart tries again
    throw fault;
  });
  return globalThis[ONCE];
}

/** Beside the module that asks, at an address that the browser may keep. */
export const besideUs = () => once(() => import(new URL(NAME, import.meta.url).href));

/** Whether this module has an address that others stand beside; in JupyterLab it is a blob. */
export const hasAddress = () => import.meta.url.startsWith("http");

/** From the kernel, over the widget's own line: JupyterLab serves no files of ours. */
export const fromKernel = (model) => once(() => handedOver(model).then(imported));

function handedOver(model) {
  return new Promise((resolve, reject) => {
    const settle = (done, what) => {
      clearTimeout(late);
      model.off("msg:custom", heard);
      done(what);
    };
    const heard = (news) => news.asset === NAME && settle(resolve, news.text);
    const late = setTimeout(() => settle(reject, new Error("The kernel did not answer.")), PATIENCE);
    model.on("msg:custom", heard);
    model.send({ asset: NAME });
  });
}

async function imported(text) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  return import(address).finally(() => URL.revokeObjectURL(address));
}
