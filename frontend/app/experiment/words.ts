import { duration, significant } from "../base/format";
import type { CellSettings, CellState, Experiment, ExperimentSummary } from "../wire/experiment";
import type { ExperimentEvent } from "../wire/experiment-event";
import type { Estimate } from "../wire/estimate";
import type { Time } from "../wire/time";

/** A state in words, and the tone of its chip. */
export interface StateWords {
  readonly title: string;
  readonly tone: "good" | "fault" | "limit" | "busy";
}

export const CELL_WORDS: Record<CellState, StateWords> = {
  WAITING: { title: "waiting", tone: "busy" },
  RUNNING: { title: "running", tone: "busy" },
  DONE: { title: "done", tone: "good" },
  TOO_NOISY: { title: "too noisy", tone: "limit" },
  FAILED: { title: "failed", tone: "fault" },
  INCOMPLETE: { title: "not finished", tone: "limit" },
};

export function experimentWords({ state, ending }: Pick<ExperimentSummary, "state" | "ending">): StateWords {
  if (state === "QUEUED") return { title: "queued", tone: "busy" };
  if (state === "RUNNING") return { title: "running", tone: "busy" };
  switch (ending) {
    case "CANCELLED":
      return { title: "cancelled", tone: "limit" };
    case "OUT_OF_TIME":
      return { title: "out of time", tone: "limit" };
    case "ABANDONED":
      return { title: "abandoned", tone: "limit" };
    default:
      return { title: "complete", tone: "good" };
  }
}

/** Where an experiment stands, in a sentence. */
export function standing(experiment: Experiment): string {
  const { state, queuePlace, explanation } = experiment;
  if (state === "QUEUED")
    return queuePlace === null || queuePlace <= 1 ? "Queued; it is the next one." : `Queued at place ${queuePlace}.`;
  if (state === "RUNNING") return "It is being measured, one run at a time.";
  return `${capital(experimentWords(experiment).title)}. ${explanation ?? ""}`.trim();
}

/** What is worth reading out of these events: the last cell whose outcome is known, null for none. */
export function newsOf(events: readonly ExperimentEvent[]): string | null {
  const cells = events.flatMap((event) => (event.type === "cell" ? [event.data.cell] : []));
  const last = cells.filter(({ state }) => state !== "WAITING" && state !== "RUNNING").at(-1);
  return last === undefined ? null : `Cell ${last.number}, ${cellWords(last.settings)}: ${CELL_WORDS[last.state].title}.`;
}

export const cellWords = ({ executor, parallelism, cores, size }: CellSettings): string =>
  `${executor}, parallelism ${parallelism}, ${cores === 1 ? "1 core" : `${cores} cores`}${size === null ? "" : `, size ${size}`}`;

export const timeWords = ({ medianNanos, lowNanos, highNanos }: Time): string =>
  `${duration(medianNanos)} (${duration(lowNanos)} to ${duration(highNanos)})`;

export const estimateWords = ({ value, low, high }: Estimate, unit = ""): string =>
  `${digits(value)}${unit} (${digits(low)} to ${digits(high)})`;

/** Three significant digits, also of the small parameters of laws. */
export const digits = (value: number): string =>
  value !== 0 && Math.abs(value) < 0.1 ? String(Number(value.toPrecision(2))) : significant(value);

export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
