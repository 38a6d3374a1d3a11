// A page with nothing but charts on it: `show(charts)` draws them, anew each time.

import { render } from "preact";
import { Chart } from "../../dlcourse/frontend/src/parts/chart.jsx";
import { PageContext } from "../../dlcourse/frontend/src/wire/page.js";
import { fromAddress } from "../../dlcourse/frontend/src/wire/chart_loader.js";

const page = { level: 1, renderer: fromAddress };

window.show = (charts) =>
  render(
    <PageContext.Provider value={page}>
      {charts.map((chart) => <Chart key={chart.title} {...chart} />)}
    </PageContext.Provider>,
    document.querySelector("main"),
  );

show(JSON.parse(document.getElementById("charts").textContent));
