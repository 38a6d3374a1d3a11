// The sixteen principles and tasks: each opens to what it means, what can be said against it, and where it is met.

import { useEffect, useRef } from "preact/hooks";
import { useId, usePage } from "../wire/page.js";
import { Heading } from "../parts/parts.jsx";

/** @param {Course.PrinciplesProps} props */
export function Principles({ title, trouble, contents }) {
  return (
    <div class="dl-principles">
      <Heading goal>{title}</Heading>
      {trouble && <p class="dl-trouble" dir="auto">{trouble}</p>}
      {contents && <p class="dl-lead-in">{contents.summary}</p>}
      {contents?.groups.map((group) => <Group key={group.title} {...group} />)}
      {contents && <Reading title={contents.reading_title} reading={contents.reading} />}
    </div>
  );
}

/** @param {Course.PrincipleGroup} props */
function Group({ title, note, principles }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Heading depth={1} id={id}>{title}</Heading>
      <p class="dl-quiet">{note}</p>
      {principles.map((principle) => <Principle key={principle.id} {...principle} />)}
    </section>
  );
}

/**
 * One principle, closed until it is asked for; an address that ends in its id opens it.
 * @param {Course.PrincipleProps} props
 */
function Principle({ id, short, quote, source, parts, met_title, met, practiced_title, practiced, reading, mine }) {
  const own = useRef(/** @type {HTMLDetailsElement | null} */ (null));
  useEffect(() => {
    const openIfAsked = () => {
      if (location.hash !== `#${id}` || !own.current) return;
      own.current.open = true;
      own.current.scrollIntoView();
    };
    openIfAsked();
    addEventListener("hashchange", openIfAsked);
    return () => removeEventListener("hashchange", openIfAsked);
  }, [id]);
  return (
    <details class="dl-principle" id={id} ref={own}>
      <summary><b>{id}</b> {short}</summary>
      <blockquote>
        <p>“{quote}”</p>
        <footer class="dl-quiet">{source}</footer>
      </blockquote>
      <dl>
        {parts.map(([about, words]) => (
          <div key={about}>
            <dt>{about}</dt>
            <dd>{words}</dd>
          </div>
        ))}
        {met.length > 0 && <Places title={met_title} places={met} />}
        {practiced.length > 0 && <Places title={practiced_title} places={practiced} />}
      </dl>
      {mine && <p><Link {...mine} /></p>}
      {reading.length > 0 && <Publications reading={reading} />}
    </details>
  );
}

/** @param {{ title: string, places: Course.LinkProps[] }} props */
const Places = ({ title, places }) => (
  <div>
    <dt>{title}</dt>
    <dd><ul>{places.map((each) => <li key={each.text}><Link {...each} /></li>)}</ul></dd>
  </div>
);

/** @param {Course.LinkProps} props */
const Link = ({ to, text, note }) => (
  <>{to ? <a href={usePage().base + to}>{text}</a> : text}{note && <span class="dl-quiet"> {note}</span>}</>
);

/** @param {{ title: string, reading: Course.PublicationProps[] }} props */
function Reading({ title, reading }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Heading depth={1} id={id}>{title}</Heading>
      <Publications reading={reading} />
    </section>
  );
}

/** @param {{ reading: Course.PublicationProps[] }} props */
const Publications = ({ reading }) => (
  <ul class="dl-publications dl-quiet">
    {reading.map(({ text, to }) => (
      <li key={text}>{text}{to && <> <a href={to}>{to.replace("https://", "")}</a></>}</li>
    ))}
  </ul>
);
