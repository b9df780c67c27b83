import { list, member, number, object, oneOf, orElse, text, type Read } from "./read";
import { EXECUTORS, LIMIT_KEYS, type ExecutorKind, type LimitKey } from "./run";

/** A number that may be set, from 1 to `most`. */
export interface Range {
  readonly default: number;
  readonly most: number;
}

/** `GET /api/v1/settings`: what this server allows. */
export interface Settings {
  readonly cores: Range;
  readonly limits: Readonly<Record<LimitKey, Range>>;
  readonly parallelism: { readonly most: number };
  readonly executors: readonly ExecutorKind[];
  readonly isolations: readonly string[];
  /** Most bytes of source, in UTF-8, over all files. */
  readonly sourceBytes: number;
  readonly experiment: ExperimentBounds;
}

/** How large an experiment may be. */
export interface ExperimentBounds {
  readonly repeats: Range;
  /** From 0. */
  readonly warmUp: Range;
  readonly mostCells: number;
  /** Repetitions of all cells together, warm-up included. */
  readonly mostRuns: number;
  /** After so long it ends with what it has. */
  readonly mostMinutes: number;
}

const STOCK_EXPERIMENT: ExperimentBounds = {
  repeats: { default: 7, most: 30 },
  warmUp: { default: 1, most: 5 },
  mostCells: 64,
  mostRuns: 600,
  mostMinutes: 20,
};

/** What the design promises; holds until the server has answered. */
export const STOCK_SETTINGS: Settings = {
  cores: { default: 1, most: 1 },
  limits: {
    wallMillis: { default: 10_000, most: 60_000 },
    heapMiB: { default: 128, most: 1024 },
    stdoutBytes: { default: 1 << 20, most: 8 << 20 },
    stderrBytes: { default: 1 << 20, most: 8 << 20 },
    threads: { default: 512, most: 4096 },
  },
  parallelism: { most: 64 },
  executors: EXECUTORS,
  isolations: ["process"],
  sourceBytes: 262_144,
  experiment: STOCK_EXPERIMENT,
};

const readRange: Read<Range> = (value, at) => {
  const from = object(value, at);
  return { default: member(from, "default", number, at), most: member(from, "most", number, at) };
};

const readExperimentBounds: Read<ExperimentBounds> = (value, at) => {
  const from = object(value, at);
  return {
    repeats: member(from, "repeats", readRange, at),
    warmUp: member(from, "warmUp", readRange, at),
    mostCells: member(from, "mostCells", number, at),
    mostRuns: member(from, "mostRuns", number, at),
    mostMinutes: member(from, "mostMinutes", number, at),
  };
};

const readLimitRanges: Read<Record<LimitKey, Range>> = (value, at) => {
  const from = object(value, at);
  const ranges = {} as Record<LimitKey, Range>;
  for (const key of LIMIT_KEYS) ranges[key] = member(from, key, readRange, at);
  return ranges;
};

export const readSettings: Read<Settings> = (value, at) => {
  const from = object(value, at);
  return {
    cores: member(from, "cores", readRange, at),
    limits: member(from, "limits", readLimitRanges, at),
    parallelism: member(
      from,
      "parallelism",
      (each, where) => ({ most: member(object(each, where), "most", number, where) }),
      at,
    ),
    executors: member(from, "executors", orElse(list(oneOf(EXECUTORS)), [...EXECUTORS]), at),
    isolations: member(from, "isolations", orElse(list(text), ["process"]), at),
    sourceBytes: member(from, "sourceBytes", orElse(number, 262_144), at),
    experiment: member(from, "experiment", orElse(readExperimentBounds, STOCK_EXPERIMENT), at),
  };
};
