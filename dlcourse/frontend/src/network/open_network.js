// The message that opens a network, or with none named the choice of them.

export const open = (network = "", step = "") => () => ({ say: "open", network, step });
