// Draws the toy page: a count and two buttons. The same for both hosts.

const FORM = `<p>Counted: <output></output>, in steps of <b class="step"></b></p>
  <p class="trouble"></p><button>Bump</button><button>Stride</button>`;

/** The props with one value changed; the toy has no lists that change. */
export const put = (value, [key, ...rest], set) =>
  key === undefined ? set : { ...value, [key]: put(value[key], rest, set) };

export const draw = (element, props, say) => {
  if (!element.querySelector("output")) element.innerHTML = FORM;
  element.querySelector("output").textContent = props.count;
  element.querySelector(".step").textContent = props.step;
  element.querySelector(".trouble").textContent = props.trouble ?? "";
  const [bump, stride] = element.querySelectorAll("button");
  bump.onclick = () => say({ say: "bump", by: props.step, id: crypto.randomUUID() });
  stride.onclick = () => say({ say: "stride", step: 5, id: crypto.randomUUID() });
};
