import type { RunEvent } from "../wire/event";
import type { Diagnostic, Run, RunState, Timings } from "../wire/run";
import type { Verdict } from "../wire/verdict";

/** What the page knows of one run, output and timeline aside. */
export interface RunView {
  readonly id: string;
  readonly attempt: number;
  readonly state: RunState;
  readonly verdict: Verdict | null;
  readonly explanation: string;
  readonly exitCode: number | null;
  readonly timings: Timings | null;
  readonly peakRssBytes: number | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly queuePlace: number | null;
  readonly etaMillis: number | null;
  readonly owned: boolean;
  readonly createdAt: string | null;
  /** Number of the last event that was taken in; 0 before the first. */
  readonly lastSeq: number;
}

/** The view of what the server says of a run when asked, before any event. */
export const viewOf = (run: Run): RunView => ({
  id: run.id,
  attempt: run.attempt,
  state: run.state,
  verdict: run.verdict,
  explanation: run.explanation ?? "",
  exitCode: run.exitCode,
  timings: run.timings,
  peakRssBytes: run.peakRssBytes,
  diagnostics: run.diagnostics,
  queuePlace: run.queuePlace,
  etaMillis: run.etaMillis,
  owned: run.owned,
  createdAt: run.createdAt,
  lastSeq: 0,
});

/** What an event means to a view that has seen all events before it. */
export type Reception = "duplicate" | "lost attempt" | "new attempt" | "next";

/**
 * Tells whether an event counts. Live timeline parts can be sent without a number of their own;
 * taking one in twice changes nothing, so they are never duplicates.
 */
export function receive(view: RunView, event: RunEvent): Reception {
  if (event.attempt < view.attempt) return "lost attempt";
  if (event.seq <= view.lastSeq && event.type !== "timeline") return "duplicate";
  return event.attempt > view.attempt ? "new attempt" : "next";
}

/** Takes an event in; what does not count leaves the view as it is, but for the last number. */
export function fold(view: RunView, event: RunEvent): RunView {
  const reception = receive(view, event);
  if (reception === "duplicate") return view;
  const lastSeq = Math.max(view.lastSeq, event.seq);
  if (reception === "lost attempt") return { ...view, lastSeq };
  const base = reception === "new attempt" ? restarted(view, event.attempt) : view;
  const next = { ...base, lastSeq };
  switch (event.type) {
    case "state":
      // A replay from the first event must not take a finished run back to the queue.
      return next.verdict !== null ? next : { ...next, ...event.data };
    case "diagnostic":
      return next.diagnostics.some((known) => same(known, event.data))
        ? next
        : { ...next, diagnostics: [...next.diagnostics, event.data] };
    case "verdict":
      return {
        ...next,
        state: "FINISHED",
        verdict: event.data.verdict,
        explanation: event.data.explanation,
        exitCode: event.data.exitCode,
        timings: event.data.timings,
        queuePlace: null,
        etaMillis: null,
      };
    case "stdout":
    case "stderr":
    case "metric":
    case "timeline":
      return next;
  }
}

const restarted = (view: RunView, attempt: number): RunView => ({
  ...view,
  attempt,
  state: "QUEUED",
  verdict: null,
  explanation: "",
  exitCode: null,
  timings: null,
  diagnostics: [],
  queuePlace: null,
  etaMillis: null,
});

const same = (a: Diagnostic, b: Diagnostic): boolean =>
  a.path === b.path && a.line === b.line && a.column === b.column && a.message === b.message;
