// The way from what is to be read to the form below it: a button at the lower edge of the window, as long as the form is
// out of view.

import { useState } from "preact/hooks";
import { firstControl, useBelow } from "./view.js";

/**
 * Stands right before the form that it leads to. `form` changes whenever that is another form.
 * @param {{ box: Page.Ref<HTMLElement>, form: unknown, children: Page.Children }} props
 */
export function ReadOn({ box, form, children }) {
  const [below, setBelow] = useState(false);
  useBelow(box, setBelow, form);
  const go = () => {
    box.current?.scrollIntoView({ block: "nearest" });
    firstControl(box.current)?.focus();
  };
  return (
    <div class="dl-read-on" hidden={!below}>
      <div>
        <button type="button" class="dl-button dl-primary" onClick={go}>{children}</button>
      </div>
    </div>
  );
}
