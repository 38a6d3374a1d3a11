// Typesets formulas in TeX. What draws them is loaded when there is one.

const SIGNS = /\$|\\\(|\\\[|\\begin\{/;
const ENVIRONMENTS = ["align", "align*", "equation", "equation*", "gather", "gather*", "alignat", "alignat*", "CD"];
const delimiters = [
  { left: "$$", right: "$$", display: true },
  { left: "\\[", right: "\\]", display: true },
  ...ENVIRONMENTS.map((name) => ({ left: `\\begin{${name}}`, right: `\\end{${name}}`, display: true })),
  { left: "$", right: "$", display: false },
  { left: "\\(", right: "\\)", display: false },
];

export const typesetter = {
  /** Replaces the formulas in an element by their drawings. @param {HTMLElement} el */
  async typeset(el) {
    if (!SIGNS.test(el.textContent ?? "")) return;
    const { default: render } = await import("katex/contrib/auto-render");
    render(el, { delimiters, throwOnError: false });
  },
};
