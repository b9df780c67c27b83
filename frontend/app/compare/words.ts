import { bytes, counted, duration } from "../base/format";
import { CELL_WORDS, cellWords, type StateWords } from "../experiment/words";
import { VERDICT_WORDS } from "../run/verdict-words";
import type { ComparedTime, Comparison, FileDiff, Finding, SettingDiff, Side } from "../wire/comparison";
import { readReference } from "./reference";

/** What a side is called, such as `Run 3f0c1d5e` or `Cell 2`. */
export function sideName({ reference }: Side): string {
  const of = readReference(reference);
  if (of === null) return reference;
  return of.kind === "run" ? `Run ${of.id.slice(0, 8)}` : `Cell ${of.number} of experiment ${of.experiment.slice(0, 8)}`;
}

/** Its settings in a line, such as `fixed, parallelism 2, 2 cores`. */
export const sideSettings = ({ executor, parallelism, cores, size }: Side): string =>
  cellWords({ executor, parallelism, cores, size, isolation: "process" });

/** How it ended or where it stands. */
export function sideState({ run, cell, verdict }: Side): StateWords {
  if (cell !== null) return CELL_WORDS[cell];
  if (verdict === null) return { title: run === "QUEUED" ? "queued" : "running", tone: "busy" };
  const { title, tone } = VERDICT_WORDS[verdict];
  return { title, tone: tone === "neutral" ? "limit" : tone };
}

/** What is slower is no fault. */
const FINDING_TONE: Record<Finding, "good" | "limit" | "busy" | "empty"> = {
  FASTER: "good",
  SLOWER: "limit",
  NO_DIFFERENCE: "busy",
  TOO_FEW: "empty",
};

/** The tone of the verdict: a difference with something to bear in mind is not shown as a plain one. */
export function verdictTone({ timings, cautions }: Comparison): string {
  const tone = FINDING_TONE[timings[0]?.finding ?? "TOO_FEW"];
  return tone === "good" && cautions.length > 0 ? "limit" : tone;
}

/** What to do next, where there is no verdict to be had; the empty string where there is. */
export function advice({ a, b, timings }: Comparison): string {
  if (timings.every(({ finding }) => finding !== "TOO_FEW")) return "";
  if (a.cell === null || b.cell === null)
    return "One run has one time, and the next run of the same program has another. An experiment repeats it, and tells a difference from chance.";
  return "Cells compare as soon as each has two repetitions; measure again what has fewer.";
}

/** The runs whose programs to measure where single times do not compare; the same program once. */
export function toMeasure({ a, b, timings, files }: Comparison): { readonly words: string; readonly run: string }[] {
  if (timings.every(({ finding }) => finding !== "TOO_FEW")) return [];
  const same = files.every(({ change }) => change === "SAME");
  const sides = [
    { words: "Measure A…", of: readReference(a.reference) },
    { words: same ? "Measure this program…" : "Measure B…", of: readReference(b.reference) },
  ];
  const runs = sides.flatMap(({ words, of }) => (of?.kind === "run" ? [{ words, run: of.id }] : []));
  return same ? runs.slice(-1) : runs;
}

export const QUANTITY_NAME = { WALL_TIME: "Wall time", CPU_TIME: "CPU time" } as const;

export function timeCell(time: ComparedTime | null): string {
  if (time === null) return "not measured";
  const { times, medianNanos, lowNanos, highNanos } = time;
  if (lowNanos === null || highNanos === null) return `${duration(medianNanos)}, one time`;
  return `${duration(medianNanos)} (${duration(lowNanos)} to ${duration(highNanos)}), ${counted(times, "time")}`;
}

const SETTING_NAME: Readonly<Record<string, string>> = {
  isolation: "Isolation",
  "executor.kind": "Executor",
  "executor.parallelism": "Parallelism",
  cores: "Cores",
  stdin: "Standard input",
  "limits.wallMillis": "Limit of time",
  "limits.heapMiB": "Limit of heap",
  "limits.stdoutBytes": "Limit of standard output",
  "limits.stderrBytes": "Limit of standard error",
  "limits.threads": "Limit of threads",
  "web.latencyMillis": "Virtual web: latency",
  "web.bytes": "Virtual web: page size",
  "web.errorRate": "Virtual web: error rate",
  "web.seed": "Virtual web: seed",
};

export function settingName({ name }: SettingDiff): string {
  const argument = /^args\[(\d+)\]$/.exec(name);
  return argument ? `Argument ${Number(argument[1]) + 1}` : (SETTING_NAME[name] ?? name);
}

const MOST_SHOWN = 200;

/** A value with its unit. */
export function settingValue(name: string, value: string | null): string {
  if (value === null) return "none";
  if (name.endsWith("Millis")) return duration(Number(value) * 1e6);
  if (name.endsWith("MiB")) return bytes(Number(value) * 1024 * 1024);
  if (/bytes$/i.test(name)) return bytes(Number(value));
  return value.length > MOST_SHOWN ? `${value.slice(0, MOST_SHOWN)}… (${counted(value.length, "character")})` : value;
}

/** What happened to a file, in a few words. */
export function fileWords({ change, lines, aligned }: FileDiff): string {
  if (change === "SAME") return "the same in both";
  if (change === "ONLY_A") return "only in A";
  if (change === "ONLY_B") return "only in B";
  const removed = lines.filter((line) => line.b === null).length;
  const added = lines.filter((line) => line.a === null).length;
  return `${counted(removed, "line")} of A, ${counted(added, "line")} of B differ${aligned ? "" : "; too long to find all equal lines"}`;
}
