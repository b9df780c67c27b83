import { flag, list, member, number, object, oneOf, orElse, orNull, text, type Read } from "./read";
import { VERDICTS, type Verdict } from "./verdict";

export const RUN_STATES = ["QUEUED", "COMPILING", "RUNNING", "FINISHED"] as const;
/** Where a run stands. Within an attempt, runs only move forward. */
export type RunState = (typeof RUN_STATES)[number];

export const EXECUTORS = [
  "caller",
  "single",
  "fixed",
  "cached",
  "forkjoin",
  "virtual",
  "process",
] as const;
export type ExecutorKind = (typeof EXECUTORS)[number];

export const LIMIT_KEYS = ["wallMillis", "heapMiB", "stdoutBytes", "stderrBytes", "threads"] as const;
export type LimitKey = (typeof LIMIT_KEYS)[number];
export type Limits = Partial<Record<LimitKey, number>>;

export interface SourceFile {
  readonly path: string;
  readonly content: string;
}

export interface Executor {
  readonly kind: ExecutorKind;
  /** Absent: as many as cores. */
  readonly parallelism?: number;
}

/** How the small web inside a run's sandbox behaves; what is absent is the server's default. */
export interface VirtualWeb {
  readonly latencyMillis?: number;
  readonly bytes?: number;
  /** From 0 to 1. */
  readonly errorRate?: number;
  readonly seed?: number;
}

/** What `POST /api/v1/runs` takes; only `files` is required. */
export interface RunRequest {
  readonly files: readonly SourceFile[];
  readonly isolation?: string;
  readonly executor?: Executor;
  readonly cores?: number;
  readonly stdin?: string;
  readonly args?: readonly string[];
  readonly limits?: Limits;
  /** Absent: a run without the virtual web. */
  readonly web?: VirtualWeb;
}

/** Where the time of a run went, in nanoseconds; only wall and CPU are the program's own. */
export interface Timings {
  readonly queuedNanos: number;
  readonly compileNanos: number;
  readonly jvmStartNanos: number;
  readonly wallNanos: number;
  readonly cpuNanos: number;
}

/** A finding of the compiler. `line` and `column` count from 1; 0 where it has no place. */
export interface Diagnostic {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly severity: "error" | "warning" | "note";
  readonly message: string;
}

/** `GET /api/v1/runs/{id}` */
export interface Run {
  readonly id: string;
  readonly state: RunState;
  readonly attempt: number;
  readonly verdict: Verdict | null;
  readonly explanation: string | null;
  readonly createdAt: string | null;
  readonly startedAt: string | null;
  readonly timings: Timings | null;
  readonly peakRssBytes: number | null;
  readonly exitCode: number | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly request: RunRequest | null;
  /** Whether the reader may cancel it. */
  readonly owned: boolean;
  /** From 1, while queued. */
  readonly queuePlace: number | null;
  readonly etaMillis: number | null;
}

/** An item of `GET /api/v1/runs`. */
export interface RunSummary {
  readonly id: string;
  readonly state: RunState;
  readonly verdict: Verdict | null;
  readonly createdAt: string;
  readonly title: string;
  readonly cores: number;
  readonly executor: Executor | null;
  readonly timings: Timings | null;
}

/** `GET /api/v1/runs/{id}/output` */
export interface RunOutput {
  readonly stdout: string;
  readonly stderr: string;
  readonly truncated: boolean;
}

export const readTimings: Read<Timings> = (value, at) => {
  const from = object(value, at);
  const nanos = (name: string): number => member(from, name, orElse(number, 0), at);
  return {
    queuedNanos: nanos("queuedNanos"),
    compileNanos: nanos("compileNanos"),
    jvmStartNanos: nanos("jvmStartNanos"),
    wallNanos: nanos("wallNanos"),
    cpuNanos: nanos("cpuNanos"),
  };
};

const severity: Read<Diagnostic["severity"]> = (value, at) =>
  oneOf(["error", "warning", "note"] as const)(text(value, at).toLowerCase(), at);

export const readDiagnostic: Read<Diagnostic> = (value, at) => {
  const from = object(value, at);
  return {
    path: member(from, "path", orElse(text, ""), at),
    line: member(from, "line", orElse(number, 0), at),
    column: member(from, "column", orElse(number, 0), at),
    severity: member(from, "severity", severity, at),
    message: member(from, "message", text, at),
  };
};

export const readFile: Read<SourceFile> = (value, at) => {
  const from = object(value, at);
  return { path: member(from, "path", text, at), content: member(from, "content", text, at) };
};

export const readExecutor: Read<Executor> = (value, at) => {
  const from = object(value, at);
  const kind = member(from, "kind", oneOf(EXECUTORS), at);
  const parallelism = member(from, "parallelism", orNull(number), at);
  return parallelism === null ? { kind } : { kind, parallelism };
};

export const readLimits: Read<Limits> = (value, at) => {
  const from = object(value, at);
  const limits: Limits = {};
  for (const key of LIMIT_KEYS) {
    const limit = member(from, key, orNull(number), at);
    if (limit !== null) limits[key] = limit;
  }
  return limits;
};

export const readWeb: Read<VirtualWeb> = (value, at) => {
  const from = object(value, at);
  const web: { -readonly [key in keyof VirtualWeb]: VirtualWeb[key] } = {};
  for (const key of ["latencyMillis", "bytes", "errorRate", "seed"] as const) {
    const given = member(from, key, orNull(number), at);
    if (given !== null) web[key] = given;
  }
  return web;
};

export const readRequest: Read<RunRequest> = (value, at) => {
  const from = object(value, at);
  const executor = member(from, "executor", orNull(readExecutor), at);
  const cores = member(from, "cores", orNull(number), at);
  const web = member(from, "web", orNull(readWeb), at);
  return {
    files: member(from, "files", list(readFile), at),
    isolation: member(from, "isolation", orElse(text, "process"), at),
    ...(executor === null ? {} : { executor }),
    ...(cores === null ? {} : { cores }),
    stdin: member(from, "stdin", orElse(text, ""), at),
    args: member(from, "args", orElse(list(text), []), at),
    limits: member(from, "limits", orElse(readLimits, {}), at),
    ...(web === null ? {} : { web }),
  };
};

export const readRun: Read<Run> = (value, at) => {
  const from = object(value, at);
  return {
    id: member(from, "id", text, at),
    state: member(from, "state", oneOf(RUN_STATES), at),
    attempt: member(from, "attempt", orElse(number, 1), at),
    verdict: member(from, "verdict", orNull(oneOf(VERDICTS)), at),
    explanation: member(from, "explanation", orNull(text), at),
    createdAt: member(from, "createdAt", orNull(text), at),
    startedAt: member(from, "startedAt", orNull(text), at),
    timings: member(from, "timings", orNull(readTimings), at),
    peakRssBytes: member(from, "peakRssBytes", orNull(number), at),
    exitCode: member(from, "exitCode", orNull(number), at),
    diagnostics: member(from, "diagnostics", orElse(list(readDiagnostic), []), at),
    request: member(from, "request", orNull(readRequest), at),
    owned: member(from, "owned", orElse(flag, false), at),
    queuePlace: member(from, "queuePlace", orNull(number), at),
    etaMillis: member(from, "etaMillis", orNull(number), at),
  };
};

export const readRunSummary: Read<RunSummary> = (value, at) => {
  const from = object(value, at);
  return {
    id: member(from, "id", text, at),
    state: member(from, "state", oneOf(RUN_STATES), at),
    verdict: member(from, "verdict", orNull(oneOf(VERDICTS)), at),
    createdAt: member(from, "createdAt", text, at),
    title: member(from, "title", orElse(text, ""), at),
    cores: member(from, "cores", orElse(number, 1), at),
    executor: member(from, "executor", orNull(readExecutor), at),
    timings: member(from, "timings", orNull(readTimings), at),
  };
};

export const readRunList: Read<RunSummary[]> = (value, at) =>
  member(object(value, at), "runs", list(readRunSummary), at);

export const readOutput: Read<RunOutput> = (value, at) => {
  const from = object(value, at);
  return {
    stdout: member(from, "stdout", orElse(text, ""), at),
    stderr: member(from, "stderr", orElse(text, ""), at),
    truncated: member(from, "truncated", orElse(flag, false), at),
  };
};
