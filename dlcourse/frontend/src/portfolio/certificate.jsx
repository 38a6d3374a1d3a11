// The certificate: what it would say today, the name to be printed, and each certificate on a page of its own.

import { useRef } from "preact/hooks";
import { useDownload } from "../wire/download.js";
import { useId, usePage } from "../wire/page.js";
import { Form } from "../parts/form.jsx";
import { Heading, Scroll } from "../parts/parts.jsx";
import { FileButton } from "../parts/file_download.jsx";
import { printPage } from "../parts/print.js";

/** @param {Course.CertificateProps} props */
export function Certificate({ view, taken }) {
  const download = useDownload(taken);
  const id = useId();
  const { base, send } = usePage("certificate");
  /** @type {(certificate: string) => (form: Course.CertificateFile["form"]) => void} */
  const fetch = (certificate) => (form) => download((ask) => send({ say: "FetchCertificate", ask, certificate, form }));
  if (!view) return null;
  return (
    <div class="dl-certificates">
      <Heading goal>{view.title}</Heading>
      <p class="dl-lead-in" dir="auto">{view.lead}</p>
      <p class="dl-quiet" dir="auto">{view.note}</p>
      <p dir="auto">{view.now.says} {view.now.to_do}</p>
      {view.now.empty && <p class="dl-empty" dir="auto">{view.now.empty}</p>}
      {view.form && <div class="dl-card"><Form form={view.form} /></div>}
      {view.issued.length > 0 && (
        <section aria-labelledby={id}>
          <Heading depth={1} id={id}>{view.issued_title}</Heading>
          {view.issued.map((one) => <IssuedCertificate key={one.certificate} {...one} onFetch={fetch(one.certificate)} />)}
          {base && <p><a href={base + view.key.to}>{view.key.text}</a></p>}
        </section>
      )}
    </div>
  );
}

/**
 * One certificate, as it is printed; what cannot be printed stands below it.
 * @param {Course.IssuedProps & { onFetch: (form: Course.CertificateFile["form"]) => void }} props
 */
function IssuedCertificate({ heading, course, name, says, confirmed, proves_not, signed, table, standards, standards_note, older, print, files, files_note, onFetch }) {
  const id = useId();
  const sheet = useRef(/** @type {HTMLElement | null} */ (null));
  return (
    <div class="dl-certificate-place">
      <article class="dl-certificate" ref={sheet} aria-labelledby={id}>
        <header>
          <p class="dl-certificate-course" dir="auto">{course}</p>
          <Heading depth={2} id={id}>{heading}</Heading>
          <p class="dl-certificate-name" dir="auto">{name}</p>
        </header>
        <p class="dl-certificate-says" dir="auto">{says}</p>
        {confirmed.map((each) => <p key={each} class="dl-certificate-says" dir="auto">{each}</p>)}
        <Sessions {...table} id={`${id}t`} />
        {standards.length > 0 && <p class="dl-quiet">{standards_note} {standards.join(" · ")}</p>}
        <p class="dl-quiet" dir="auto">{proves_not}</p>
        <dl>
          {signed.map(([term, words]) => <div key={term}><dt>{term}</dt><dd dir="auto">{words}</dd></div>)}
        </dl>
      </article>
      {older && <p class="dl-quiet" dir="auto">{older}</p>}
      <div class="dl-row">
        <button type="button" class="dl-button" onClick={() => printPage(sheet.current)}>{print}</button>
        {files.map((file) => <FileButton key={file.form} {...file} onFetch={() => onFetch(file.form)} />)}
      </div>
      <p class="dl-quiet" dir="auto">{files_note}</p>
    </div>
  );
}

/** @param {Course.SessionsTable & { id: string }} props */
const Sessions = ({ title, columns, rows, total, id }) => (
  <>
    <p class="dl-quiet dl-caption" id={id}>{title}</p>
    <Scroll labelledBy={id}>
      <table aria-labelledby={id}>
        <thead><tr>{columns.map((column) => <th key={column} scope="col">{column}</th>)}</tr></thead>
        <tbody>
          {rows.map(([name, minutes]) => <tr key={name}><th scope="row" dir="auto">{name}</th><td>{minutes}</td></tr>)}
        </tbody>
        <tfoot><tr><th scope="row">{total[0]}</th><td>{total[1]}</td></tr></tfoot>
      </table>
    </Scroll>
  </>
);
