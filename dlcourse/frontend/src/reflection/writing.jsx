// The form for an entry, with the look of the log.

import { Form } from "../parts/form.jsx";

/** @param {Parameters<typeof Form>[0]} props */
export const Writing = (props) => <div class="dl-writing"><Form {...props} /></div>;
