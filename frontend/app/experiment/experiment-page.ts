import { Refusal } from "../base/call";
import { byId } from "../base/dom";
import { counted } from "../base/format";
import { Choice } from "../compare/choice";
import { cellReference, readReference } from "../compare/reference";
import { api } from "../run/api";
import { hearExperiment, type Connection, type EventStream } from "../run/event-stream";
import type { Experiment } from "../wire/experiment";
import type { ExperimentEvent } from "../wire/experiment-event";
import { applyEvents, type Followed } from "./apply-events";
import { cellRows } from "./cell-table";
import { ChartsView } from "./charts-view";
import { rough } from "./expectation";
import { machineList, methodWords } from "./machine-list";
import { newsOf, standing } from "./words";

/** An experiment at its permalink: progress while it is under way, then what was found. */
export class ExperimentPage {
  readonly #id: string;
  readonly #summary = byId("experiment-summary", HTMLElement);
  readonly #cancel = byId("cancel", HTMLButtonElement);
  readonly #choice: Choice;
  readonly #charts = new ChartsView(byId("charts", HTMLElement));
  #followed: Followed | null = null;
  #stream: EventStream | null = null;

  constructor(id: string) {
    this.#id = id;
    this.#choice = choiceOfCells(id);
    this.#cancel.addEventListener("click", () => void this.#change(() => api.cancelExperiment(id)));
    byId("results-csv", HTMLAnchorElement).href = api.resultsUrl(id, "csv");
    byId("results-json", HTMLAnchorElement).href = api.resultsUrl(id, "json");
    byId("results-json", HTMLAnchorElement).download = `experiment-${id}.json`;
    byId("measure-again", HTMLAnchorElement).href = `/experiments/new?experiment=${encodeURIComponent(id)}`;
  }

  async open(): Promise<void> {
    try {
      const experiment = await api.experiment(this.#id);
      this.#take(experiment);
    } catch (error) {
      this.#summary.textContent =
        error instanceof Refusal
          ? "There is no such experiment; its address may have been cut off when it was copied."
          : "The server does not answer; reload the page to try again.";
    }
  }

  repaint(): void {
    this.#charts.repaint();
  }

  /** Takes in the whole experiment, and follows it where it is under way. */
  #take(experiment: Experiment): void {
    this.#followed = { experiment, lastSeq: this.#followed?.lastSeq ?? 0 };
    this.#show(experiment);
    this.#showResults(experiment);
    if (experiment.state === "FINISHED") return;
    this.#stream?.close();
    this.#stream = hearExperiment(
      this.#id,
      () => this.#followed?.lastSeq ?? 0,
      (events) => this.#hear(events),
      (connection) => this.#connected(connection),
    );
  }

  #hear(events: readonly ExperimentEvent[]): void {
    if (this.#followed === null) return;
    this.#followed = applyEvents(this.#followed, events);
    const news = newsOf(events);
    if (news !== null) setText(byId("experiment-news", HTMLElement), news);
    // The last event may be the end before a cell was measured again; the experiment tells.
    if (events.at(-1)?.type === "ended") void this.open();
    else this.#show(this.#followed.experiment);
  }

  #connected(connection: Connection): void {
    const line = byId("experiment-connection", HTMLElement);
    line.hidden = connection.kind !== "waiting";
    line.textContent =
      connection.kind === "waiting" ? "The connection broke; the page tries again. The experiment goes on meanwhile." : "";
  }

  async #change(ask: () => Promise<Experiment>): Promise<void> {
    const fault = byId("action-fault", HTMLElement);
    fault.textContent = "";
    this.#cancel.disabled = true;
    try {
      this.#take(await ask());
    } catch (error) {
      fault.textContent = error instanceof Error ? `That did not work. ${error.message}` : "That did not work.";
    } finally {
      this.#cancel.disabled = false;
    }
  }

  #show(experiment: Experiment): void {
    const { title, state, progress, owned } = experiment;
    const over = state === "FINISHED";
    byId("experiment-body", HTMLElement).hidden = false;
    byId("experiment-title", HTMLElement).textContent = title || "Experiment";
    document.title = `${title || "Experiment"} – Threadmill`;
    setText(this.#summary, standing(experiment));
    byId("progress-box", HTMLElement).hidden = over;
    const bar = byId("progress", HTMLProgressElement);
    bar.max = Math.max(1, progress.total);
    bar.value = progress.done;
    byId("progress-text", HTMLElement).textContent =
      `${progress.done} of ${counted(progress.total, "run")}` +
      (progress.etaMillis === null ? "" : `, about ${rough(progress.etaMillis * 1e6)} to go`);
    this.#cancel.hidden = over || !owned;
    this.#showCells(experiment);
  }

  /** Replaces the rows, and leaves the focus on the button or box that had it. */
  #showCells(experiment: Experiment): void {
    const focused = document.activeElement?.getAttribute("data-focus");
    const body = byId("cell-rows", HTMLElement);
    body.replaceChildren(
      ...cellRows(experiment, (cell) => void this.#change(() => api.measureAgain(this.#id, cell))),
    );
    this.#choice.show(body);
    if (focused) body.querySelector<HTMLElement>(`[data-focus="${focused}"]`)?.focus();
  }

  #showResults(experiment: Experiment): void {
    const { series, state, method, seed, machines } = experiment;
    byId("cells-method", HTMLElement).textContent = methodWords(method, seed);
    this.#charts.show(series);
    byId("charts-empty", HTMLElement).textContent =
      series.length > 0
        ? ""
        : state === "FINISHED"
          ? "A chart needs two measured cells that differ in parallelism or cores; the table above has what there is."
          : "Charts come when the experiment is over.";
    byId("machines", HTMLElement).replaceChildren(...machines.map(machineList));
  }
}

/** A cell of another experiment may be chosen already; what cells here are compared with it. */
function choiceOfCells(id: string): Choice {
  const given = readReference(new URLSearchParams(location.search).get("with"));
  const rank = (text: string): number => {
    const reference = readReference(text);
    return reference?.kind === "cell" && reference.experiment === id ? reference.number : -1;
  };
  return new Choice("cell", rank, given?.kind === "cell" ? [cellReference(given.experiment, given.number)] : []);
}

/** The same words again would be read out again. */
function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
