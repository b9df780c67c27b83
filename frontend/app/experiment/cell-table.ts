import { h } from "../base/dom";
import { cellReference } from "../compare/reference";
import type { Cell, Experiment } from "../wire/experiment";
import { CELL_WORDS, cellWords, timeWords } from "./words";

/** The rows of the table of cells: where each stands and what is known of it. */
export function cellRows(experiment: Experiment, again: (cell: number) => void): HTMLTableRowElement[] {
  return experiment.cells.map((cell) => row(cell, experiment, again));
}

function row(cell: Cell, experiment: Experiment, again: (cell: number) => void): HTMLTableRowElement {
  const { executor, parallelism, cores, size } = cell.settings;
  const number = (text: string): HTMLElement => h("td", { class: "number" }, text);
  return h(
    "tr",
    { "data-state": cell.state },
    h(
      "td",
      {},
      h("input", {
        type: "checkbox",
        "data-compare": cellReference(experiment.id, cell.number),
        "data-focus": `compare ${cell.number}`,
        "aria-label": `Compare cell ${cell.number}: ${cellWords(cell.settings)}`,
      }),
    ),
    h("th", { scope: "row" }, String(cell.number)),
    h("td", {}, executor),
    number(String(parallelism)),
    number(String(cores)),
    number(size === null ? "–" : size.toLocaleString("en-US")),
    h("td", { class: "state" }, ...stateOf(cell, experiment, again)),
    number(`${cell.done} of ${experiment.request.repeats ?? cell.done}`),
    number(cell.wall === null ? "–" : timeWords(cell.wall)),
    h("td", {}, cell.speedUpInWords ?? "–"),
  );
}

function stateOf(cell: Cell, experiment: Experiment, again: (cell: number) => void): (Node | string)[] {
  const words = CELL_WORDS[cell.state];
  const parts: (Node | string)[] = [h("span", { class: `chip ${words.tone}`, title: cell.state }, words.title)];
  if (cell.take > 1) parts.push(h("span", { class: "quiet" }, ` take ${cell.take}`));
  for (const sentence of cell.tooNoisyBecause) parts.push(h("p", { class: "why" }, sentence));
  if (cell.failure) {
    parts.push(
      h(
        "p",
        { class: "why" },
        `${cell.failure.verdict}: ${cell.failure.explanation} `,
        h("a", { href: `/runs/${encodeURIComponent(cell.failure.run)}` }, "See that run"),
      ),
    );
  }
  if (cell.sharedWithServer) {
    parts.push(h("p", { class: "why" }, "It had all cores, and so shared them with the server: not verified."));
  }
  if (experiment.owned && cell.mayAgain && cell.state !== "DONE") {
    parts.push(
      h(
        "p",
        { class: "why" },
        h(
          "button",
          {
            type: "button",
            "aria-label": `Measure again: ${cellWords(cell.settings)}`,
            "data-focus": `again ${cell.number}`,
            onclick: () => again(cell.number),
          },
          "Measure again",
        ),
      ),
    );
  }
  return parts;
}
