import { Refusal } from "../base/call";
import { byId, h } from "../base/dom";
import { ago } from "../base/format";
import { api } from "../run/api";
import { showRecentRuns } from "../shell/recent-runs";
import { readUrl, writeHash } from "../url-state";
import type { Comparison, Side, Timing } from "../wire/comparison";
import { fileDiff, type DiffLayout } from "./diff-view";
import { compareAddress, pageOf, readCompareUrl, readReference, type CompareUrl } from "./reference";
import { TwoTimelines } from "./two-timelines";
import {
  advice,
  QUANTITY_NAME,
  settingName,
  settingValue,
  sideName,
  sideSettings,
  sideState,
  timeCell,
  toMeasure,
  verdictTone,
} from "./words";

/** Below this width two columns of source have no room. */
const BESIDE = "(min-width: 900px)";
const MOST_LISTED = 100;

/** Two runs or cells side by side, or, where the address names fewer than two, what there is to choose. */
export class ComparePage {
  readonly #url: CompareUrl = readCompareUrl(location.search);
  readonly #status = byId("compare-page-status", HTMLElement);
  readonly #beside = byId("diff-beside", HTMLButtonElement);
  readonly #below = byId("diff-below", HTMLButtonElement);
  #timelines: TwoTimelines | null = null;
  #urlTimer = 0;

  async open(): Promise<void> {
    const { a, b } = this.#url;
    if (a === null || b === null) return this.#choose(a ?? b);
    this.#status.textContent = "Asking the server…";
    try {
      this.#show(await api.compare(a, b));
      this.#status.textContent = "";
    } catch (error) {
      this.#failed(error);
    }
  }

  repaint(): void {
    this.#timelines?.repaint();
  }

  /** Two are needed: offers what can be chosen beside what is there already. */
  async #choose(given: string | null): Promise<void> {
    const reference = readReference(given);
    byId("choose", HTMLElement).hidden = false;
    this.#status.textContent =
      new URLSearchParams(location.search).size > (given === null ? 0 : 1)
        ? "This address names nothing that can be compared; choose below."
        : "";
    const ofCells = byId("choose-cells", HTMLElement);
    if (reference?.kind === "cell") {
      byId("choose-runs", HTMLElement).hidden = true;
      ofCells.hidden = false;
      await this.#listExperiments(given ?? "", reference.experiment);
      return;
    }
    await showRecentRuns(MOST_LISTED, given);
  }

  async #listExperiments(given: string, own: string): Promise<void> {
    const to = (id: string): string => `/experiments/${encodeURIComponent(id)}?with=${given}`;
    const list = byId("choose-experiments", HTMLElement);
    const item = (id: string, words: string): HTMLElement => h("li", {}, h("a", { href: to(id) }, words));
    list.replaceChildren(item(own, "The experiment that it is of"));
    try {
      const others = (await api.experiments(MOST_LISTED)).filter(({ id }) => id !== own);
      list.append(
        ...others.map(({ id, title, createdAt }) =>
          item(id, `${title || "untitled"}, ${ago(new Date(createdAt), new Date())}, experiment ${id.slice(0, 8)}`),
        ),
      );
    } catch {
      this.#status.textContent = "The list of your experiments did not come; reload the page to try again.";
    }
  }

  #failed(error: unknown): void {
    byId("compare-failed", HTMLElement).hidden = false;
    this.#status.textContent =
      error instanceof Refusal
        ? this.#refusalWords(error)
        : "The server does not answer; reload the page to try again.";
  }

  #refusalWords(refusal: Refusal): string {
    const first = refusal.problem.errors[0];
    if (refusal.problem.status === 404 && first) {
      return `What is to be ${first.field === "a" ? "A" : "B"} is not there: ${first.message} Its address may have been cut off when it was copied.`;
    }
    if (this.#url.a === this.#url.b) return "Both sides are the same; there is nothing to compare. Choose another one.";
    return refusal.message;
  }

  #show(comparison: Comparison): void {
    const { a, b, verdict, cautions, timings, files } = comparison;
    byId("comparison", HTMLElement).hidden = false;
    document.title = `${sideName(a)} and ${sideName(b)} – Threadmill`;
    byId("compare-verdict", HTMLElement).dataset["tone"] = verdictTone(comparison);
    byId("compare-words", HTMLElement).textContent = verdict;
    byId("compare-advice", HTMLElement).textContent = advice(comparison);
    byId("compare-measure", HTMLElement).replaceChildren(
      ...toMeasure(comparison).map(({ words, run }) =>
        h("a", { class: "button", href: `/experiments/new?run=${encodeURIComponent(run)}` }, words),
      ),
    );
    byId("cautions", HTMLElement).replaceChildren(...cautions.map((each) => h("li", {}, each)));
    byId("sides", HTMLElement).replaceChildren(sideCard("A", a), sideCard("B", b));
    byId("swap", HTMLAnchorElement).href = compareAddress({ a: b.reference, b: a.reference });
    byId("other", HTMLAnchorElement).href = compareAddress({ a: null, b: b.reference });
    byId("timing-rows", HTMLElement).replaceChildren(...timings.map(timingRow));
    byId("timings-note", HTMLElement).hidden = timings.every(({ finding }) => finding === "TOO_FEW");
    this.#showSettings(comparison);
    this.#showFiles(comparison);
    byId("source-same", HTMLElement).hidden = files.some(({ change }) => change !== "SAME");
    void this.#showTimelines(a, b);
  }

  #showSettings({ settings }: Comparison): void {
    byId("settings-same", HTMLElement).hidden = settings.length > 0;
    byId("settings-box", HTMLElement).hidden = settings.length === 0;
    byId("setting-rows", HTMLElement).replaceChildren(
      ...settings.map((setting) =>
        h(
          "tr",
          {},
          h("th", { scope: "row" }, settingName(setting)),
          h("td", {}, settingValue(setting.name, setting.a)),
          h("td", {}, settingValue(setting.name, setting.b)),
        ),
      ),
    );
  }

  #showFiles({ files }: Comparison): void {
    const differ = files.some(({ change }) => change !== "SAME");
    byId("diff-layout", HTMLElement).hidden = !differ;
    const show = (layout: DiffLayout): void => {
      this.#beside.setAttribute("aria-pressed", String(layout === "beside"));
      this.#below.setAttribute("aria-pressed", String(layout === "below"));
      byId("files", HTMLElement).replaceChildren(...(differ ? files.map((file) => fileDiff(file, layout)) : []));
    };
    this.#beside.onclick = () => show("beside");
    this.#below.onclick = () => show("below");
    show(matchMedia(BESIDE).matches ? "beside" : "below");
  }

  async #showTimelines(a: Side, b: Side): Promise<void> {
    const { view } = readUrl(location.pathname, location.hash);
    byId("timelines-of-cells", HTMLElement).hidden = a.cell === null && b.cell === null;
    this.#timelines = new TwoTimelines((url) => {
      // At a distance from each frame: browsers limit how often the address may change.
      clearTimeout(this.#urlTimer);
      this.#urlTimer = window.setTimeout(() => {
        history.replaceState(null, "", `${location.pathname}${location.search}${writeHash(url)}`);
      }, 200);
    });
    await this.#timelines.open([a.timelineOf, b.timelineOf], view);
  }
}

function sideCard(letter: "A" | "B", side: Side): HTMLElement {
  const reference = readReference(side.reference);
  const state = sideState(side);
  const created = new Date(side.createdAt);
  return h(
    "section",
    { class: "side", "aria-labelledby": `side-${letter}` },
    h(
      "h2",
      { id: `side-${letter}` },
      h("span", { class: "letter" }, letter),
      " ",
      reference === null ? sideName(side) : h("a", { href: pageOf(reference) }, sideName(side)),
    ),
    h("p", {}, `${side.title}, ${sideSettings(side)}`),
    h(
      "p",
      { class: "quiet" },
      h("span", { class: `chip ${state.tone}` }, state.title),
      " ",
      h("time", { datetime: side.createdAt, title: created.toLocaleString() }, ago(created, new Date())),
    ),
  );
}

function timingRow({ quantity, a, b, words }: Timing): HTMLElement {
  return h(
    "tr",
    {},
    h("th", { scope: "row" }, QUANTITY_NAME[quantity]),
    h("td", { class: "number" }, timeCell(a)),
    h("td", { class: "number" }, timeCell(b)),
    h("td", {}, words),
  );
}
