// Which component draws which page of this subject; the names are Python's.

import { ImprovementPlan } from "./improvement_plan.jsx";
import { Inquiry } from "./page.jsx";

export const PAGES = /** @satisfies {Page.Components} */ ({ inquiry: Inquiry, "improvement-plan": ImprovementPlan });
