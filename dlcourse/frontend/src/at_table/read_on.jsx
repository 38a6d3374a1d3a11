// The way from what is to be read to the form below it: a button at the lower edge of the window, as long as the form is
// out of view. Where the facts that the seat knows come in between, the button leads to them first, and through them.

import { useState } from "preact/hooks";
import { firstControl, readFurther, useBelow, useFactsBelow } from "./view.js";

/**
 * Stands right before the form that it leads to. `form` changes whenever that is another form; `facts` are what is to be
 * read before it, and `read_facts` is the name of the button as long as their end is below the window.
 * @param {{ box: Page.Ref<HTMLElement>, form: unknown, facts?: Page.Ref<HTMLElement>, read_facts?: string, children: Page.Children }} props
 */
export function ReadOn({ box, form, facts, read_facts, children }) {
  const [below, setBelow] = useState(false);
  const [unread, setUnread] = useState(false);
  useBelow(box, setBelow, form);
  useFactsBelow(facts, setUnread, form);
  const go = () => {
    if (unread) return readFurther(facts?.current);
    box.current?.scrollIntoView({ block: "nearest" });
    firstControl(box.current)?.focus();
  };
  return (
    <div class="dl-read-on" hidden={!below}>
      <div>
        <button type="button" class="dl-button dl-primary" onClick={go}>{unread ? read_facts : children}</button>
      </div>
    </div>
  );
}
