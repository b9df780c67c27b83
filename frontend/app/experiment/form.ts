import type { Draft } from "../editor/draft";
import { draftOfSample, requestOf } from "../editor/draft";
import { count } from "../base/format";
import type { ExperimentRequest, Matrix } from "../wire/experiment";
import { EXECUTORS, type ExecutorKind } from "../wire/run";
import type { Sample } from "../wire/sample";
import type { Settings } from "../wire/settings";

/** The form of an experiment as typed. */
export interface ExperimentForm {
  readonly executors: readonly string[];
  /** Numbers with commas or spaces between them; empty: as many threads as cores. */
  readonly parallelism: string;
  readonly cores: string;
  /** Empty: the program is handed none. */
  readonly sizes: string;
  /** Empty: the server's default, as with warm-up. */
  readonly repeats: string;
  readonly warmUp: string;
}

export const EXPERIMENT_FIELDS = ["executors", "cores", "parallelism", "sizes", "repeats", "warmUp"] as const;
export type ExperimentField = (typeof EXPERIMENT_FIELDS)[number];

export interface CheckedExperiment {
  readonly request: ExperimentRequest;
  /** What is wrong, by field; the request counts only if there is none. */
  readonly faults: ReadonlyMap<ExperimentField, string>;
  readonly cells: number;
  /** Of all cells together, warm-up included. */
  readonly runs: number;
}

const MOST_SIZE = 2 ** 53;

/** Turns what was typed into a request, and says what the server would refuse. */
export function checkExperiment(form: ExperimentForm, draft: Draft, allowed: Settings): CheckedExperiment {
  const faults = new Map<ExperimentField, string>();
  const axis = (field: ExperimentField, typed: string, least: number, most: number): number[] => {
    const values = numbersOf(typed);
    if (values.some((each) => !Number.isInteger(each))) faults.set(field, "Whole numbers with commas between them.");
    else if (values.some((each) => each < least || each > most))
      faults.set(field, `Numbers from ${count(least)} to ${count(most)}.`);
    else if (new Set(values).size < values.length) faults.set(field, "A number is there twice.");
    return values;
  };
  const single = (field: ExperimentField, typed: string, least: number, preset: number, most: number): number => {
    if (typed.trim() === "") return preset;
    const value = Number(typed);
    if (!Number.isInteger(value) || value < least || value > most)
      faults.set(field, `A whole number from ${least} to ${most}.`);
    return value;
  };

  const bounds = allowed.experiment;
  const executors = EXECUTORS.filter((each) => form.executors.includes(each));
  if (executors.length === 0) faults.set("executors", "Choose at least one.");
  const cores = axis("cores", form.cores, 1, allowed.cores.most);
  if (cores.length === 0) faults.set("cores", "Give at least one number.");
  const parallelism = axis("parallelism", form.parallelism, 1, allowed.parallelism.most);
  const sizes = axis("sizes", form.sizes, 0, MOST_SIZE);
  const repeats = single("repeats", form.repeats, 1, bounds.repeats.default, bounds.repeats.most);
  const warmUp = single("warmUp", form.warmUp, 0, bounds.warmUp.default, bounds.warmUp.most);

  const matrix: Matrix = {
    executors,
    cores,
    ...(parallelism.length === 0 ? {} : { parallelism }),
    ...(sizes.length === 0 ? {} : { sizes }),
  };
  const cells = cellsOf(matrix);
  const runs = cells * (repeats + warmUp);
  if (cells > bounds.mostCells)
    faults.set("executors", `This makes ${count(cells)} cells; the server allows ${count(bounds.mostCells)}.`);
  else if (runs > bounds.mostRuns)
    faults.set("repeats", `This makes ${count(runs)} runs; the server allows ${count(bounds.mostRuns)}.`);
  return { request: { run: runOf(draft), matrix, repeats, warmUp }, faults, cells, runs };
}

/** What the form shows first: the draft's executor, on one core and then on more. */
export function formOfDraft(draft: Draft, allowed: Settings): ExperimentForm {
  const cores = [1, 2, 4, 8, 16, 32, 64].filter((each) => each <= allowed.cores.most);
  return {
    executors: [draft.settings.executor?.kind ?? "fixed"],
    parallelism: "",
    cores: cores.join(", "),
    sizes: "",
    repeats: "",
    warmUp: "",
  };
}

/** What the form shows of a sample: what it is made to vary, as far as this machine has the cores. */
export function formOfSample(sample: Sample, allowed: Settings): ExperimentForm {
  const form = formOfDraft(draftOfSample(sample), allowed);
  if (sample.matrix === null) return form;
  const { executors, parallelism = [], cores = [] } = sample.matrix;
  return {
    ...form,
    executors: executors ?? form.executors,
    parallelism: parallelism.join(", "),
    cores: cores.filter((each) => each <= allowed.cores.most).join(", "),
  };
}

/** The form that makes this experiment again. */
export const formOfRequest = (request: ExperimentRequest): ExperimentForm => ({
  executors: request.matrix?.executors ?? [],
  parallelism: (request.matrix?.parallelism ?? []).join(", "),
  cores: (request.matrix?.cores ?? []).join(", "),
  sizes: (request.matrix?.sizes ?? []).join(", "),
  repeats: String(request.repeats ?? ""),
  warmUp: String(request.warmUp ?? ""),
});

/** The form's field that a refusal of the server is about, or null where it has none. */
export function experimentFieldOf(named: string): ExperimentField | null {
  const field = named.replace(/^matrix\./, "").replace(/\[.*$/, "");
  return EXPERIMENT_FIELDS.find((each) => each === field) ?? null;
}

/**
 * The draft without what the matrix sets. Measured runs have a JVM of their own, so the isolation
 * that the draft asks for is left out too.
 */
function runOf(draft: Draft): ExperimentRequest["run"] {
  return requestOf({ ...draft, settings: { ...draft.settings, isolation: null, executor: null, cores: null } });
}

const ONE_WORKER: ReadonlySet<ExecutorKind> = new Set(["caller", "single"]);

/** Executors with one worker make the same cell whatever the parallelism. */
function cellsOf({ executors = [], cores = [], parallelism, sizes }: Matrix): number {
  const cells = new Set<string>();
  for (const executor of executors)
    for (const each of cores)
      for (const threads of parallelism ?? [each])
        cells.add(`${executor} ${ONE_WORKER.has(executor) ? 1 : threads} ${each}`);
  return cells.size * (sizes?.length ?? 1);
}

const numbersOf = (typed: string): number[] =>
  typed
    .split(/[\s,;]+/)
    .filter((each) => each !== "")
    .map(Number);
