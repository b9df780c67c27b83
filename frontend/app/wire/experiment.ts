import { readEstimate, type Estimate } from "./estimate";
import { flag, list, member, number, object, oneOf, orElse, orNull, text, type Read } from "./read";
import { EXECUTORS, readRequest, type ExecutorKind, type RunRequest } from "./run";
import { readSeries, type Series } from "./series";
import { readTime, type Time } from "./time";
import { VERDICTS, type Verdict } from "./verdict";

export const EXPERIMENT_STATES = ["QUEUED", "RUNNING", "FINISHED"] as const;
/** Where an experiment stands. A finished one runs again when a cell is measured again. */
export type ExperimentState = (typeof EXPERIMENT_STATES)[number];

export const EXPERIMENT_ENDINGS = ["COMPLETE", "CANCELLED", "OUT_OF_TIME", "ABANDONED"] as const;
export type ExperimentEnding = (typeof EXPERIMENT_ENDINGS)[number];

export const CELL_STATES = [
  "WAITING",
  "RUNNING",
  "DONE",
  "TOO_NOISY",
  "FAILED",
  "INCOMPLETE",
] as const;
/** `TOO_NOISY` may be measured again; `INCOMPLETE`: the experiment ended before it was done. */
export type CellState = (typeof CELL_STATES)[number];

/** Values to be combined, each with each. An axis that is absent has the run's own value. */
export interface Matrix {
  readonly executors?: readonly ExecutorKind[];
  readonly parallelism?: readonly number[];
  readonly cores?: readonly number[];
  readonly isolation?: readonly string[];
  /** Each is handed to the program before its other arguments. */
  readonly sizes?: readonly number[];
}

/** What `POST /api/v1/experiments` takes; only `run` is required. */
export interface ExperimentRequest {
  readonly run: RunRequest;
  readonly matrix?: Matrix;
  /** Measured repetitions of each cell. */
  readonly repeats?: number;
  /** Repetitions of each cell before them that do not count. */
  readonly warmUp?: number;
}

export interface CellSettings {
  readonly executor: ExecutorKind;
  readonly parallelism: number;
  readonly cores: number;
  readonly isolation: string;
  readonly size: number | null;
}

/** How much the machine disturbed a measurement; shares are of its core time, from 0 to 1. */
export interface Noise {
  /** Had a thread ready and a core of its own, and was not on it. */
  readonly lostShare: number | null;
  /** Something else ran on its cores. */
  readonly foreignShare: number | null;
  /** The hypervisor gave its cores to other machines. */
  readonly stealShare: number | null;
  /** How often a thread was taken off a core that it wanted to keep, in a second of wall time. */
  readonly involuntarySwitches: number | null;
}

export interface Failure {
  readonly verdict: Verdict;
  readonly explanation: string;
  /** Id of the run that tells more. */
  readonly run: string;
}

/** One cell and what is known of it so far; null is what is not known. */
export interface Cell {
  readonly number: number;
  readonly settings: CellSettings;
  readonly state: CellState;
  /** How often it was measured; 1 unless it was measured again. */
  readonly take: number;
  /** Measured repetitions of this take. */
  readonly done: number;
  readonly warmUpDone: number;
  /** Nothing else of the server's was on its cores in any repetition, itself included. */
  readonly verified: boolean;
  readonly sharedWithServer: boolean;
  readonly wall: Time | null;
  readonly cpu: Time | null;
  readonly noise: Noise | null;
  /** Distance between the quartiles of the wall time, as a share of its median. */
  readonly spread: number | null;
  /** Sentences, where it is `TOO_NOISY`. */
  readonly tooNoisyBecause: readonly string[];
  /** The cell that it is compared with. */
  readonly baseline: number | null;
  readonly speedUp: Estimate | null;
  readonly speedUpInWords: string | null;
  readonly efficiency: Estimate | null;
  readonly failure: Failure | null;
  readonly mayAgain: boolean;
}

export interface Progress {
  /** Repetitions, warm-up included. */
  readonly done: number;
  readonly total: number;
  readonly etaMillis: number | null;
}

/** Fingerprint of the machine that measured. */
export interface MachinePrint {
  readonly cpu: string;
  readonly cores: number;
  readonly usableCores: readonly number[];
  readonly governor: string | null;
  readonly memoryBytes: number;
  readonly kernel: string;
  readonly jdk: string;
  readonly flags: readonly string[];
}

/** How the numbers came about, and from where on a cell is too noisy. */
export interface Method {
  readonly interval: string;
  readonly confidence: number;
  readonly resamples: number;
  readonly mostLostShare: number;
  readonly mostStealShare: number;
  readonly mostSpread: number;
}

/** `GET /api/v1/experiments/{id}` */
export interface Experiment {
  readonly id: string;
  readonly title: string;
  readonly state: ExperimentState;
  readonly ending: ExperimentEnding | null;
  readonly explanation: string | null;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly queuePlace: number | null;
  readonly progress: Progress;
  /** Whether the reader may cancel it and measure cells again. */
  readonly owned: boolean;
  readonly request: ExperimentRequest;
  readonly seed: number;
  readonly method: Method;
  /** For each size the cell that speed-ups compare with. */
  readonly baselines: readonly number[];
  readonly cells: readonly Cell[];
  readonly series: readonly Series[];
  readonly machines: readonly MachinePrint[];
}

/** An item of `GET /api/v1/experiments`. */
export interface ExperimentSummary {
  readonly id: string;
  readonly title: string;
  readonly state: ExperimentState;
  readonly ending: ExperimentEnding | null;
  readonly createdAt: string;
  readonly cells: number;
  readonly progress: Progress;
}

/** One run of one cell. */
export interface Repetition {
  /** From 1, in the order of execution. */
  readonly number: number;
  readonly cell: number;
  /** Only those of the cell's last take count. */
  readonly take: number;
  readonly round: number;
  readonly warmUp: boolean;
  /** Id of its run. */
  readonly run: string;
  readonly verdict: Verdict;
  readonly startedAt: string | null;
  readonly wallNanos: number;
  readonly cpuNanos: number;
  readonly usedCores: readonly number[];
  readonly exclusive: boolean;
  readonly sharedWithServer: boolean;
  readonly noise: Noise | null;
  /** Tasks that ran or wanted to on the whole machine, in the minute before. */
  readonly load: number | null;
  /** Index into `machines`. */
  readonly machine: number;
}

/** `GET /api/v1/experiments/{id}/results` */
export interface Results {
  readonly id: string;
  readonly seed: number;
  readonly method: Method;
  readonly machines: readonly MachinePrint[];
  readonly cells: readonly Cell[];
  readonly series: readonly Series[];
  readonly repetitions: readonly Repetition[];
}

const readSettings: Read<CellSettings> = (value, at) => {
  const from = object(value, at);
  return {
    executor: member(from, "executor", oneOf(EXECUTORS), at),
    parallelism: member(from, "parallelism", number, at),
    cores: member(from, "cores", number, at),
    isolation: member(from, "isolation", text, at),
    size: member(from, "size", orNull(number), at),
  };
};

const readNoise: Read<Noise> = (value, at) => {
  const from = object(value, at);
  return {
    lostShare: member(from, "lostShare", orNull(number), at),
    foreignShare: member(from, "foreignShare", orNull(number), at),
    stealShare: member(from, "stealShare", orNull(number), at),
    involuntarySwitches: member(from, "involuntarySwitches", orNull(number), at),
  };
};

const readFailure: Read<Failure> = (value, at) => {
  const from = object(value, at);
  return {
    verdict: member(from, "verdict", oneOf(VERDICTS), at),
    explanation: member(from, "explanation", text, at),
    run: member(from, "run", text, at),
  };
};

export const readCell: Read<Cell> = (value, at) => {
  const from = object(value, at);
  return {
    number: member(from, "number", number, at),
    settings: member(from, "settings", readSettings, at),
    state: member(from, "state", oneOf(CELL_STATES), at),
    take: member(from, "take", number, at),
    done: member(from, "done", number, at),
    warmUpDone: member(from, "warmUpDone", number, at),
    verified: member(from, "verified", flag, at),
    sharedWithServer: member(from, "sharedWithServer", flag, at),
    wall: member(from, "wall", orNull(readTime), at),
    cpu: member(from, "cpu", orNull(readTime), at),
    noise: member(from, "noise", orNull(readNoise), at),
    spread: member(from, "spread", orNull(number), at),
    tooNoisyBecause: member(from, "tooNoisyBecause", orElse(list(text), []), at),
    baseline: member(from, "baseline", orNull(number), at),
    speedUp: member(from, "speedUp", orNull(readEstimate), at),
    speedUpInWords: member(from, "speedUpInWords", orNull(text), at),
    efficiency: member(from, "efficiency", orNull(readEstimate), at),
    failure: member(from, "failure", orNull(readFailure), at),
    mayAgain: member(from, "mayAgain", flag, at),
  };
};

export const readProgress: Read<Progress> = (value, at) => {
  const from = object(value, at);
  return {
    done: member(from, "done", number, at),
    total: member(from, "total", number, at),
    etaMillis: member(from, "etaMillis", orNull(number), at),
  };
};

const readMachine: Read<MachinePrint> = (value, at) => {
  const from = object(value, at);
  return {
    cpu: member(from, "cpu", text, at),
    cores: member(from, "cores", number, at),
    usableCores: member(from, "usableCores", list(number), at),
    governor: member(from, "governor", orNull(text), at),
    memoryBytes: member(from, "memoryBytes", number, at),
    kernel: member(from, "kernel", text, at),
    jdk: member(from, "jdk", text, at),
    flags: member(from, "flags", list(text), at),
  };
};

const readMethod: Read<Method> = (value, at) => {
  const from = object(value, at);
  return {
    interval: member(from, "interval", text, at),
    confidence: member(from, "confidence", number, at),
    resamples: member(from, "resamples", number, at),
    mostLostShare: member(from, "mostLostShare", number, at),
    mostStealShare: member(from, "mostStealShare", number, at),
    mostSpread: member(from, "mostSpread", number, at),
  };
};

export const readMatrix: Read<Matrix> = (value, at) => {
  const from = object(value, at);
  const executors = member(from, "executors", orNull(list(oneOf(EXECUTORS))), at);
  const parallelism = member(from, "parallelism", orNull(list(number)), at);
  const cores = member(from, "cores", orNull(list(number)), at);
  const isolation = member(from, "isolation", orNull(list(text)), at);
  const sizes = member(from, "sizes", orNull(list(number)), at);
  return {
    ...(executors === null ? {} : { executors }),
    ...(parallelism === null ? {} : { parallelism }),
    ...(cores === null ? {} : { cores }),
    ...(isolation === null ? {} : { isolation }),
    ...(sizes === null ? {} : { sizes }),
  };
};

const readExperimentRequest: Read<ExperimentRequest> = (value, at) => {
  const from = object(value, at);
  return {
    run: member(from, "run", readRequest, at),
    matrix: member(from, "matrix", orElse(readMatrix, {}), at),
    repeats: member(from, "repeats", number, at),
    warmUp: member(from, "warmUp", number, at),
  };
};

export const readExperiment: Read<Experiment> = (value, at) => {
  const from = object(value, at);
  return {
    id: member(from, "id", text, at),
    title: member(from, "title", text, at),
    state: member(from, "state", oneOf(EXPERIMENT_STATES), at),
    ending: member(from, "ending", orNull(oneOf(EXPERIMENT_ENDINGS)), at),
    explanation: member(from, "explanation", orNull(text), at),
    createdAt: member(from, "createdAt", text, at),
    startedAt: member(from, "startedAt", orNull(text), at),
    finishedAt: member(from, "finishedAt", orNull(text), at),
    queuePlace: member(from, "queuePlace", orNull(number), at),
    progress: member(from, "progress", readProgress, at),
    owned: member(from, "owned", orElse(flag, false), at),
    request: member(from, "request", readExperimentRequest, at),
    seed: member(from, "seed", number, at),
    method: member(from, "method", readMethod, at),
    baselines: member(from, "baselines", list(number), at),
    cells: member(from, "cells", list(readCell), at),
    series: member(from, "series", list(readSeries), at),
    machines: member(from, "machines", list(readMachine), at),
  };
};

const readExperimentSummary: Read<ExperimentSummary> = (value, at) => {
  const from = object(value, at);
  return {
    id: member(from, "id", text, at),
    title: member(from, "title", text, at),
    state: member(from, "state", oneOf(EXPERIMENT_STATES), at),
    ending: member(from, "ending", orNull(oneOf(EXPERIMENT_ENDINGS)), at),
    createdAt: member(from, "createdAt", text, at),
    cells: member(from, "cells", number, at),
    progress: member(from, "progress", readProgress, at),
  };
};

export const readExperimentList: Read<ExperimentSummary[]> = (value, at) =>
  member(object(value, at), "experiments", list(readExperimentSummary), at);

export const readRepetition: Read<Repetition> = (value, at) => {
  const from = object(value, at);
  return {
    number: member(from, "number", number, at),
    cell: member(from, "cell", number, at),
    take: member(from, "take", number, at),
    round: member(from, "round", number, at),
    warmUp: member(from, "warmUp", flag, at),
    run: member(from, "run", text, at),
    verdict: member(from, "verdict", oneOf(VERDICTS), at),
    startedAt: member(from, "startedAt", orNull(text), at),
    wallNanos: member(from, "wallNanos", number, at),
    cpuNanos: member(from, "cpuNanos", number, at),
    usedCores: member(from, "usedCores", list(number), at),
    exclusive: member(from, "exclusive", flag, at),
    sharedWithServer: member(from, "sharedWithServer", flag, at),
    noise: member(from, "noise", orNull(readNoise), at),
    load: member(from, "load", orNull(number), at),
    machine: member(from, "machine", number, at),
  };
};

export const readResults: Read<Results> = (value, at) => {
  const from = object(value, at);
  return {
    id: member(from, "id", text, at),
    seed: member(from, "seed", number, at),
    method: member(from, "method", readMethod, at),
    machines: member(from, "machines", list(readMachine), at),
    cells: member(from, "cells", list(readCell), at),
    series: member(from, "series", list(readSeries), at),
    repetitions: member(from, "repetitions", list(readRepetition), at),
  };
};
