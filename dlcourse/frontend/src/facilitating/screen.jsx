// The screen for the room: one slide, large. Everything else is folded behind one button at the edge.

import { useEffect, useState } from "preact/hooks";
import { JoinCode, useJoinCode } from "../cohort/once.jsx";
import { Panel } from "../figures/figure.jsx";
import { Button, Heading, Html } from "../parts/parts.jsx";
import { useDraft, usePage } from "../wire/page.js";
import { Ask } from "./ask.jsx";
import { useKeys, useTurn } from "./turning.js";

/** @param {Course.RoomProps} props */
export function Room({ title, ask, home, contents }) {
  if (contents) return <Shown title={title} {...contents} />;
  return ask ? <Ask {...ask} /> : <p><Away {...home} /></p>;
}

/** @param {Course.RoomContents & { title: string }} props */
function Shown({ title, slide, at, first, last, code, notes, run, words }) {
  const [filled, fill] = useState(false);
  const [asked, ask] = useState(false);
  const chart = slide.kind === "figure";
  useKeys(chart ? { ArrowUp: () => fill(true), ArrowDown: () => fill(false), Escape: () => fill(false) } : {});
  useEffect(() => ask(false), [at]);
  const [{ code: typed = "" }] = useJoinCode(code?.cohort ?? "");
  const begins = slide.kind === "title";
  const coded = code && (asked || (begins && typed));
  return (
    <div class={`dl-room dl-room-is-${slide.kind}${chart && filled ? " dl-room-filled" : ""}${coded && typed ? " dl-room-coded" : ""}`}>
      <div class="dl-room-stage" aria-live="polite">
        <Heading goal="still">{slide.label || title}</Heading>
        {!asked && <Slide {...slide} />}
        {coded && <JoinCode {...code} />}
        {code && begins && !coded && <Button onClick={() => ask(true)}>{words.show_code}</Button>}
      </div>
      <div class="dl-room-bar">
        <span>{at}</span>
        <Turn by={-1} off={first}>{words.back}</Turn>
        <Turn by={1} off={last}>{words.forth}</Turn>
        <Menu {...words}>
          {chart && <Button onClick={() => fill(!filled)}>{filled ? words.unfill : words.fill}</Button>}
          {code && !begins && <Button onClick={() => ask(!asked)}>{asked ? words.leave_code : words.show_code}</Button>}
          <Colors {...words} />
          <Away {...notes} own />
          <Away {...run} />
        </Menu>
      </div>
    </div>
  );
}

/** @param {Course.SlideProps} props */
function Slide({ kind, html, short, panel }) {
  if (kind === "title") return null;
  if (panel) return <div class="dl-room-chart"><Panel {...panel} /></div>;
  return <Html class={short ? "dl-room-words dl-room-short" : "dl-room-words"} html={html} />;
}

/** @param {{ by: -1 | 1, off: boolean, children: Page.Children }} props */
function Turn({ by, off, children }) {
  const turn = useTurn();
  return <button type="button" class="dl-button" aria-disabled={off} onClick={() => !off && turn(by)}>{children}</button>;
}

/** @param {Course.RoomWords & { children: Page.Children }} props */
function Menu({ menu, first, keys, children }) {
  const turn = useTurn();
  return (
    <details class="dl-room-menu">
      <summary>{menu}</summary>
      <div>
        {children}
        <Button onClick={() => turn(0)}>{first}</Button>
        <p>{keys}</p>
      </div>
    </details>
  );
}

/**
 * Light or dark, whatever the system of this computer prefers: a hall is not an office.
 * @param {Course.RoomWords} props
 */
function Colors({ dark, light }) {
  const [{ colors = "" }, keep] = useDraft("colors");
  const isDark = colors ? colors === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  useEffect(() => {
    const root = document.documentElement;
    if (colors) root.dataset.colors = colors;
    return () => void delete root.dataset.colors;
  }, [colors]);
  return <Button onClick={() => keep({ colors: isDark ? "light" : "dark" })}>{isDark ? light : dark}</Button>;
}

/** @param {Course.LinkProps & { own?: boolean }} props */
const Away = ({ to, text, note, own }) => (
  <a class="dl-button" href={usePage().base + to} target={own ? "_blank" : undefined}>{text}{note && <span class="dl-unseen"> {note}</span>}</a>
);
