import { byId, h } from "../base/dom";
import { ago, count } from "../base/format";
import { api } from "../run/api";
import type { ExperimentSummary } from "../wire/experiment";
import { experimentWords } from "./words";

const MOST = 100;

/** Shows the visitor's experiments. */
export async function showExperiments(): Promise<void> {
  const status = byId("experiments-status", HTMLElement);
  const table = byId("experiments-table", HTMLElement);
  status.textContent = "Asking the server…";
  try {
    const experiments = await api.experiments(MOST);
    table.hidden = experiments.length === 0;
    status.textContent =
      experiments.length === 0
        ? "No experiments yet. Write a program in the playground and choose “Measure…”: its times and speed-ups appear here."
        : "";
    byId("experiments-rows", HTMLElement).replaceChildren(...experiments.map((each) => row(each, new Date())));
  } catch (error) {
    table.hidden = true;
    status.textContent = `The list did not come. ${error instanceof Error ? error.message : ""} Your experiments are kept; try again in a moment.`;
  }
}

function row(experiment: ExperimentSummary, now: Date): HTMLElement {
  const created = new Date(experiment.createdAt);
  const words = experimentWords(experiment);
  const { done, total } = experiment.progress;
  return h(
    "tr",
    {},
    h("th", { scope: "row" }, h("a", { href: `/experiments/${encodeURIComponent(experiment.id)}` }, experiment.title || "untitled")),
    h("td", {}, h("span", { class: `chip ${words.tone}` }, words.title)),
    h("td", { class: "number" }, count(experiment.cells)),
    h("td", { class: "number" }, `${count(done)} of ${count(total)}`),
    h("td", {}, h("time", { datetime: experiment.createdAt, title: created.toLocaleString() }, ago(created, now))),
  );
}
