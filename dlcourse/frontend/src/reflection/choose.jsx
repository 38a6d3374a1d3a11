// A menu of the log: one of a list.

/**
 * @param {{ label: string, value: string, describedBy?: string, onChange: (value: string) => void, children: Page.Children }} props
 */
export function Choose({ label, value, describedBy, onChange, children }) {
  return (
    <label class="dl-field dl-choose">
      <span dir="auto">{label}</span>
      <select value={value} aria-describedby={describedBy} onChange={(event) => onChange(event.currentTarget.value)}>{children}</select>
    </label>
  );
}

/** @param {Course.MenuOption} props */
export const Choice = ({ value, text }) => <option value={value}>{text}</option>;
