import { byId } from "../base/dom";
import { duration } from "../base/format";
import type { Connection } from "./event-stream";
import type { RunView } from "./run-view";
import { VERDICT_WORDS } from "./verdict-words";

/** What the page can be busy with besides showing a run. */
export type PageState =
  | { readonly kind: "empty" }
  | { readonly kind: "sending" }
  | { readonly kind: "loading"; readonly id: string }
  | { readonly kind: "missing"; readonly id: string }
  | { readonly kind: "away"; readonly message: string; readonly retry: () => void }
  | { readonly kind: "run"; readonly view: RunView; readonly runningSince: number | null };

/** The banner on top of a result: what became of the run, or where it stands, in words. */
export class VerdictBanner {
  readonly #box = byId("verdict", HTMLElement);
  readonly #title = byId("verdict-title", HTMLElement);
  readonly #code = byId("verdict-code", HTMLElement);
  readonly #text = byId("verdict-text", HTMLElement);
  readonly #advice = byId("verdict-advice", HTMLElement);
  readonly #clock = byId("verdict-clock", HTMLElement);
  readonly #action = byId("verdict-action", HTMLButtonElement);
  #act: () => void = () => undefined;
  #shown = "";

  constructor() {
    this.#action.addEventListener("click", () => this.#act());
  }

  show(state: PageState, now: number): void {
    const face = faceOf(state);
    // The clock ticks beside the live region, not in it: nobody wants it read out ten times a second.
    this.#clock.textContent =
      state.kind === "run" && state.view.state === "RUNNING" && state.runningSince !== null
        ? `${((now - state.runningSince) / 1000).toFixed(1)} s`
        : "";
    const key = JSON.stringify(face);
    if (key === this.#shown) return;
    this.#shown = key;
    this.#box.dataset["tone"] = face.tone;
    this.#title.textContent = face.title;
    this.#code.textContent = face.code;
    this.#text.textContent = face.text;
    this.#advice.textContent = face.advice;
    this.#action.hidden = face.action === "";
    this.#action.textContent = face.action;
    this.#act = state.kind === "away" ? state.retry : () => undefined;
  }
}

interface Face {
  readonly tone: string;
  readonly title: string;
  readonly code: string;
  readonly text: string;
  readonly advice: string;
  readonly action: string;
}

const NO_FACE: Face = { tone: "empty", title: "", code: "", text: "", advice: "", action: "" };

function faceOf(state: PageState): Face {
  switch (state.kind) {
    case "empty":
      return { ...NO_FACE, title: "No run yet", text: "Press Run (Ctrl+Enter), or start from one of the samples." };
    case "sending":
      return { ...NO_FACE, tone: "busy", title: "Sending", text: "The source is on its way to the server." };
    case "loading":
      return { ...NO_FACE, tone: "busy", title: "Opening the run", text: "Asking the server for it." };
    case "missing":
      return {
        ...NO_FACE,
        tone: "neutral",
        title: "There is no such run",
        text: "The address may be incomplete, or the run was deleted. Your own draft is in the editor.",
      };
    case "away":
      return { ...NO_FACE, tone: "limit", title: "The server is away", text: state.message, action: "Try again" };
    case "run":
      return faceOfRun(state.view);
  }
}

function faceOfRun(view: RunView): Face {
  const again = view.attempt > 1 ? ` This is attempt ${view.attempt}: the runner of the one before was lost.` : "";
  if (view.verdict !== null) {
    const words = VERDICT_WORDS[view.verdict];
    const exit = view.exitCode !== null && view.exitCode !== 0 ? `Exit code ${view.exitCode}. ` : "";
    return {
      tone: words.tone,
      title: words.title,
      code: view.verdict === words.title ? "" : view.verdict,
      text: exit + (view.explanation || words.meaning) + again,
      advice: words.advice,
      action: "",
    };
  }
  switch (view.state) {
    case "QUEUED":
      return { ...NO_FACE, tone: "busy", title: "Queued", text: queueText(view) + again };
    case "COMPILING":
      return { ...NO_FACE, tone: "busy", title: "Compiling", text: `javac reads the source.${again}` };
    case "RUNNING":
      return { ...NO_FACE, tone: "busy", title: "Running", text: `Output and timeline come as they happen.${again}` };
    case "FINISHED":
      return { ...NO_FACE, tone: "busy", title: "Finished", text: "Waiting for the verdict." };
  }
}

function queueText(view: RunView): string {
  const place =
    view.queuePlace === null ? "Waiting to be taken" : view.queuePlace <= 1 ? "Next in the queue" : `Place ${view.queuePlace} in the queue`;
  const wait = view.etaMillis === null ? "" : `, about ${duration(Math.max(view.etaMillis, 100) * 1e6)}`;
  return `${place}${wait}. Closing this tab loses nothing.`;
}

/** Says how the page hears of a run that is under way. */
export function showConnection(connection: Connection, retry: () => void): void {
  const box = byId("connection", HTMLElement);
  const button = byId("connection-retry", HTMLButtonElement);
  box.dataset["kind"] = connection.kind;
  box.hidden = connection.kind === "closed";
  button.hidden = connection.kind !== "waiting";
  button.onclick = retry;
  byId("connection-text", HTMLElement).textContent = {
    closed: "",
    connecting: "Connecting…",
    live: "Live",
    waiting:
      connection.kind === "waiting"
        ? `Connection lost. Next try in ${Math.max(1, Math.round(connection.millis / 1000))} s; nothing is lost.`
        : "",
  }[connection.kind];
}
