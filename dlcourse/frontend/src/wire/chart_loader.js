// Loads the renderer of charts, once per document, however many charts and widgets there are.

const NAME = "chart-renderer.js";
const PATIENCE = 60_000; // ms: the kernel finishes running cells first
const ONCE = Symbol.for("dlcourse.chart-renderer");
const shared = /** @type {Record<symbol, Promise<Page.Renderer> | undefined>} */ (/** @type {unknown} */ (globalThis));

/** @param {() => Promise<Page.Renderer>} fetchIt */
function once(fetchIt) {
  shared[ONCE] ??= fetchIt().catch((fault) => {
    shared[ONCE] = undefined; // the next chart tries again
    throw fault;
  });
  return shared[ONCE];
}

/** Loads it from the address of this module, so that the browser can cache it. */
export const fromAddress = () => once(() => import(new URL(NAME, import.meta.url).href));

/** Whether this module has an address on a server. In JupyterLab it is a blob. */
export const hasAddress = () => import.meta.url.startsWith("http");

/**
 * Loads it from the kernel, through the widget's own messages, because JupyterLab does not serve our files.
 * @param {Page.Model} model
 */
export const fromKernel = (model) => once(() => handedOver(model).then(imported));

/**
 * @param {Page.Model} model
 * @returns {Promise<string>}
 */
function handedOver(model) {
  return new Promise((resolve, reject) => {
    const settle = () => {
      clearTimeout(late);
      model.off("msg:custom", heard);
    };
    const heard = (/** @type {{ asset?: string, text?: string }} */ news) => {
      if (news.asset !== NAME) return;
      settle();
      resolve(news.text ?? "");
    };
    const late = setTimeout(() => {
      settle();
      reject(new Error("The kernel did not answer."));
    }, PATIENCE);
    model.on("msg:custom", heard);
    model.send({ asset: NAME });
  });
}

/** @param {string} text */
async function imported(text) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  return import(address).finally(() => URL.revokeObjectURL(address));
}
