import { list, member, number, object, oneOf, orElse, orNull, text, type Read } from "./read";
import { readDiagnostic, readTimings, RUN_STATES, type Diagnostic, type RunState, type Timings } from "./run";
import { readTimelinePart, type TimelinePart } from "./timeline";
import { VERDICTS, type Verdict } from "./verdict";

/**
 * What happens while a run is under way; `WS /api/v1/runs/{id}/events?after=SEQ` sends JSON lists
 * of these. A new attempt opens with a `state` event, and the output of an earlier one no longer
 * counts. `verdict` is last.
 */
export type RunEvent = {
  /** From 1, without gaps, over all attempts. */
  readonly seq: number;
  /** 1, or 2 when an earlier runner vanished. */
  readonly attempt: number;
  /** Nanoseconds since the release of `main`; negative before it. */
  readonly atNanos: number;
} & (
  | { readonly type: "state"; readonly data: StateChange }
  | { readonly type: "stdout" | "stderr"; readonly data: { readonly text: string } }
  | { readonly type: "diagnostic"; readonly data: Diagnostic }
  | { readonly type: "metric"; readonly data: Metric }
  | { readonly type: "timeline"; readonly data: TimelinePart }
  | { readonly type: "verdict"; readonly data: Ending }
);

export interface StateChange {
  readonly state: RunState;
  readonly queuePlace: number | null;
  readonly etaMillis: number | null;
}

/** A number about the run, such as `threads` or `rss`, in `unit`. */
export interface Metric {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

export interface Ending {
  readonly verdict: Verdict;
  readonly explanation: string;
  readonly exitCode: number | null;
  readonly timings: Timings | null;
}

const readStateChange: Read<StateChange> = (value, at) => {
  const from = object(value, at);
  return {
    state: member(from, "state", oneOf(RUN_STATES), at),
    queuePlace: member(from, "queuePlace", orNull(number), at),
    etaMillis: member(from, "etaMillis", orNull(number), at),
  };
};

const readMetric: Read<Metric> = (value, at) => {
  const from = object(value, at);
  return {
    name: member(from, "name", text, at),
    value: member(from, "value", number, at),
    unit: member(from, "unit", orElse(text, ""), at),
  };
};

const readEnding: Read<Ending> = (value, at) => {
  const from = object(value, at);
  return {
    verdict: member(from, "verdict", oneOf(VERDICTS), at),
    explanation: member(from, "explanation", orElse(text, ""), at),
    exitCode: member(from, "exitCode", orNull(number), at),
    timings: member(from, "timings", orNull(readTimings), at),
  };
};

/** Reads one event; null for a type that this page does not know yet. */
export const readEvent: Read<RunEvent | null> = (value, at) => {
  const from = object(value, at);
  const head = {
    seq: member(from, "seq", number, at),
    attempt: member(from, "attempt", number, at),
    atNanos: member(from, "atNanos", orElse(number, 0), at),
  };
  const data = <T>(read: Read<T>): T => member(from, "data", read, at);
  const type = member(from, "type", text, at);
  switch (type) {
    case "state":
      return { ...head, type, data: data(readStateChange) };
    case "stdout":
    case "stderr":
      return {
        ...head,
        type,
        data: { text: data((each, where) => member(object(each, where), "text", text, where)) },
      };
    case "diagnostic":
      return { ...head, type, data: data(readDiagnostic) };
    case "metric":
      return { ...head, type, data: data(readMetric) };
    case "timeline":
      return { ...head, type, data: data(readTimelinePart) };
    case "verdict":
      return { ...head, type, data: data(readEnding) };
    default:
      return null;
  }
};

/** Reads a text message of the socket. */
export const readEvents = (message: string): RunEvent[] =>
  list(readEvent)(JSON.parse(message), "").filter((event) => event !== null);
