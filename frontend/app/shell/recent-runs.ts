import { byId, h } from "../base/dom";
import { ago, duration } from "../base/format";
import { Choice } from "../compare/choice";
import { runReference } from "../compare/reference";
import { api } from "../run/api";
import { VERDICT_WORDS } from "../run/verdict-words";
import type { RunSummary } from "../wire/run";

const STATE_TITLE = { QUEUED: "Queued", COMPILING: "Compiling", RUNNING: "Running", FINISHED: "Finished" } as const;

/**
 * Fills the table of the visitor's own runs, of which two can be compared, or says why it is empty.
 *
 * @param given a run that is chosen for a comparison already
 */
export async function showRecentRuns(limit: number, given: string | null = null): Promise<void> {
  const status = byId("recent-status", HTMLElement);
  const table = byId("recent-table", HTMLElement);
  status.textContent = "Asking the server…";
  try {
    const runs = await api.recent(limit);
    table.hidden = runs.length === 0;
    status.textContent =
      runs.length === 0
        ? "No runs yet. Whatever you run in the playground from this browser appears here, with its code, output and timeline."
        : "";
    const rows = byId("recent-rows", HTMLElement);
    rows.replaceChildren(...runs.map((run) => row(run, new Date())));
    byId("compare-box", HTMLElement).hidden = runs.length === 0;
    // The older one is what the newer is compared with.
    const newestFirst = runs.map((run) => runReference(run.id));
    const rank = (reference: string): number => {
      const place = newestFirst.indexOf(reference);
      return place < 0 ? -runs.length : -place;
    };
    new Choice("run", rank, given === null ? [] : [given]).show(rows);
  } catch (error) {
    table.hidden = true;
    byId("compare-box", HTMLElement).hidden = true;
    status.textContent = `The list did not come. ${error instanceof Error ? error.message : ""} Your runs are kept; try again in a moment.`;
  }
}

function row(run: RunSummary, now: Date): HTMLElement {
  const created = new Date(run.createdAt);
  const words = run.verdict === null ? null : VERDICT_WORDS[run.verdict];
  return h(
    "tr",
    {},
    h(
      "td",
      {},
      h("input", {
        type: "checkbox",
        "data-compare": runReference(run.id),
        "aria-label": `Compare ${run.title || "untitled"}, ${ago(created, now)}, run ${run.id.slice(0, 8)}`,
      }),
    ),
    h("th", { scope: "row" }, h("a", { href: `/runs/${encodeURIComponent(run.id)}` }, run.title || "untitled")),
    h("td", {}, h("span", { class: `chip ${words?.tone ?? "busy"}` }, words?.title ?? STATE_TITLE[run.state])),
    h("td", { class: "number" }, run.timings && run.timings.wallNanos > 0 ? duration(run.timings.wallNanos) : "–"),
    h("td", { class: "number" }, String(run.cores)),
    h("td", {}, h("time", { datetime: run.createdAt, title: created.toLocaleString() }, ago(created, now))),
  );
}

/** The list as a dialog of the playground. */
export function installRecentRuns(): void {
  const dialog = byId("recent", HTMLDialogElement);
  byId("open-recent", HTMLAnchorElement).addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    dialog.showModal();
    void showRecentRuns(20);
  });
  byId("recent-close", HTMLButtonElement).addEventListener("click", () => dialog.close());
}
