import { readEstimate, type Estimate } from "./estimate";
import { CELL_STATES, type CellState } from "./experiment";
import { flag, list, member, number, object, oneOf, orNull, text, type Read } from "./read";
import { EXECUTORS, RUN_STATES, type ExecutorKind, type RunState } from "./run";
import { VERDICTS, type Verdict } from "./verdict";

/** `TOO_FEW`: a side has fewer than two times. */
export const FINDINGS = ["FASTER", "SLOWER", "NO_DIFFERENCE", "TOO_FEW"] as const;
export type Finding = (typeof FINDINGS)[number];

export const QUANTITIES = ["WALL_TIME", "CPU_TIME"] as const;
export type Quantity = (typeof QUANTITIES)[number];

/** One of the two that are compared: a run, or a cell of an experiment. */
export interface Side {
  /** `run:ID` or `cell:EXPERIMENT/NUMBER` */
  readonly reference: string;
  readonly title: string;
  readonly createdAt: string;
  readonly executor: ExecutorKind;
  readonly parallelism: number;
  readonly cores: number;
  readonly size: number | null;
  /** Where a run stands; null for a cell. */
  readonly run: RunState | null;
  /** Where a cell stands; null for a run. */
  readonly cell: CellState | null;
  readonly verdict: Verdict | null;
  /** Id of the run whose timeline stands for it. */
  readonly timelineOf: string | null;
}

/** A median with its interval of 95 % confidence, which a single time has not. */
export interface ComparedTime {
  readonly times: number;
  readonly medianNanos: number;
  readonly lowNanos: number | null;
  readonly highNanos: number | null;
}

export interface Timing {
  readonly quantity: Quantity;
  readonly a: ComparedTime | null;
  readonly b: ComparedTime | null;
  readonly finding: Finding;
  /** How many times as small the median of b is as that of a. */
  readonly speedUp: Estimate | null;
  readonly words: string;
}

/** A setting that differs; null is what one of them has not. */
export interface SettingDiff {
  /** Its field in the body of a run, such as `executor.kind`. */
  readonly name: string;
  readonly a: string | null;
  readonly b: string | null;
}

export const CHANGES = ["SAME", "CHANGED", "ONLY_A", "ONLY_B"] as const;
export type Change = (typeof CHANGES)[number];

/** A line of a file, with its number in each that has it. */
export interface DiffLine {
  readonly a: number | null;
  readonly b: number | null;
  readonly text: string;
}

export interface FileDiff {
  readonly path: string;
  readonly change: Change;
  /** False where the file was too long to look for all equal lines. */
  readonly aligned: boolean;
  /** Empty where all are the same. */
  readonly lines: readonly DiffLine[];
}

/** `GET /api/v1/comparisons` */
export interface Comparison {
  readonly a: Side;
  readonly b: Side;
  /** The wall time of b against that of a, in a sentence. */
  readonly verdict: string;
  /** What makes the two hard to compare. */
  readonly cautions: readonly string[];
  readonly timings: readonly Timing[];
  readonly settings: readonly SettingDiff[];
  readonly files: readonly FileDiff[];
}

const readSide: Read<Side> = (value, at) => {
  const from = object(value, at);
  return {
    reference: member(from, "reference", text, at),
    title: member(from, "title", text, at),
    createdAt: member(from, "createdAt", text, at),
    executor: member(from, "executor", oneOf(EXECUTORS), at),
    parallelism: member(from, "parallelism", number, at),
    cores: member(from, "cores", number, at),
    size: member(from, "size", orNull(number), at),
    run: member(from, "run", orNull(oneOf(RUN_STATES)), at),
    cell: member(from, "cell", orNull(oneOf(CELL_STATES)), at),
    verdict: member(from, "verdict", orNull(oneOf(VERDICTS)), at),
    timelineOf: member(from, "timelineOf", orNull(text), at),
  };
};

const readTime: Read<ComparedTime> = (value, at) => {
  const from = object(value, at);
  return {
    times: member(from, "times", number, at),
    medianNanos: member(from, "medianNanos", number, at),
    lowNanos: member(from, "lowNanos", orNull(number), at),
    highNanos: member(from, "highNanos", orNull(number), at),
  };
};

const readTiming: Read<Timing> = (value, at) => {
  const from = object(value, at);
  return {
    quantity: member(from, "quantity", oneOf(QUANTITIES), at),
    a: member(from, "a", orNull(readTime), at),
    b: member(from, "b", orNull(readTime), at),
    finding: member(from, "finding", oneOf(FINDINGS), at),
    speedUp: member(from, "speedUp", orNull(readEstimate), at),
    words: member(from, "words", text, at),
  };
};

const readSetting: Read<SettingDiff> = (value, at) => {
  const from = object(value, at);
  return {
    name: member(from, "name", text, at),
    a: member(from, "a", orNull(text), at),
    b: member(from, "b", orNull(text), at),
  };
};

const readLine: Read<DiffLine> = (value, at) => {
  const from = object(value, at);
  return {
    a: member(from, "a", orNull(number), at),
    b: member(from, "b", orNull(number), at),
    text: member(from, "text", text, at),
  };
};

const readFileDiff: Read<FileDiff> = (value, at) => {
  const from = object(value, at);
  return {
    path: member(from, "path", text, at),
    change: member(from, "change", oneOf(CHANGES), at),
    aligned: member(from, "aligned", flag, at),
    lines: member(from, "lines", list(readLine), at),
  };
};

export const readComparison: Read<Comparison> = (value, at) => {
  const from = object(value, at);
  return {
    a: member(from, "a", readSide, at),
    b: member(from, "b", readSide, at),
    verdict: member(from, "verdict", text, at),
    cautions: member(from, "cautions", list(text), at),
    timings: member(from, "timings", list(readTiming), at),
    settings: member(from, "settings", list(readSetting), at),
    files: member(from, "files", list(readFileDiff), at),
  };
};
