import type { DraftSettings } from "../editor/draft";
import type { Executor, ExecutorKind, LimitKey, Limits } from "../wire/run";
import { EXECUTORS, LIMIT_KEYS } from "../wire/run";
import type { Settings } from "../wire/settings";
import { count } from "../base/format";

/** The settings form as typed; an empty text means the server's default. */
export interface SettingsForm {
  readonly isolation: string;
  readonly executor: string;
  readonly parallelism: string;
  readonly cores: string;
  readonly stdin: string;
  /** One argument a line. */
  readonly args: string;
  readonly limits: Readonly<Record<LimitKey, string>>;
}

/** A field's name in the form, which is also its name in a request. */
export type FieldName =
  | "isolation"
  | "executor.kind"
  | "executor.parallelism"
  | "cores"
  | "stdin"
  | "args"
  | `limits.${LimitKey}`;

/** How a limit is typed: in a unit fit for people. */
export const LIMIT_UNIT: Record<LimitKey, { readonly unit: string; readonly size: number }> = {
  wallMillis: { unit: "s", size: 1000 },
  heapMiB: { unit: "MiB", size: 1 },
  stdoutBytes: { unit: "KiB", size: 1024 },
  stderrBytes: { unit: "KiB", size: 1024 },
  threads: { unit: "threads", size: 1 },
};

export interface CheckedSettings {
  readonly settings: DraftSettings;
  /** What is wrong, by field; the settings count only if there is none. */
  readonly faults: ReadonlyMap<FieldName, string>;
}

/** Turns what was typed into settings, and says what the server would refuse. */
export function checkSettings(form: SettingsForm, allowed: Settings): CheckedSettings {
  const faults = new Map<FieldName, string>();
  const read = (field: FieldName, typed: string, most: number, size = 1, unit = ""): number | null => {
    if (typed.trim() === "") return null;
    const value = Math.round(Number(typed) * size);
    const top = `${count(most / size)}${unit ? ` ${unit}` : ""}`;
    if (!Number.isFinite(value)) faults.set(field, "This must be a number.");
    else if (size === 1 && !Number.isInteger(Number(typed))) faults.set(field, "This must be a whole number.");
    else if (value <= 0) faults.set(field, `This must be above zero, ${top} at most.`);
    else if (value > most) faults.set(field, `This server allows ${top} at most.`);
    return value;
  };
  const limits: Limits = {};
  for (const key of LIMIT_KEYS) {
    const { unit, size } = LIMIT_UNIT[key];
    const limit = read(`limits.${key}`, form.limits[key], allowed.limits[key].most, size, key === "threads" ? "" : unit);
    if (limit !== null) limits[key] = limit;
  }
  const parallelism = read("executor.parallelism", form.parallelism, allowed.parallelism.most);
  if (form.isolation === "pool" && form.executor === "process")
    faults.set("isolation", "Pool isolation cannot be combined with the executor process.");
  return {
    faults,
    settings: {
      isolation: form.isolation === "" ? null : form.isolation,
      executor: executorOf(form.executor, parallelism),
      cores: read("cores", form.cores, allowed.cores.most),
      stdin: form.stdin,
      args: argsOf(form.args),
      limits,
    },
  };
}

/** The form that {@link checkSettings} turns into these settings. */
export function formOf(settings: DraftSettings): SettingsForm {
  const limits = {} as Record<LimitKey, string>;
  for (const key of LIMIT_KEYS) {
    const limit = settings.limits[key];
    limits[key] = limit === undefined ? "" : String(limit / LIMIT_UNIT[key].size);
  }
  return {
    isolation: settings.isolation ?? "",
    executor: settings.executor?.kind ?? "",
    parallelism: settings.executor?.parallelism === undefined ? "" : String(settings.executor.parallelism),
    cores: settings.cores === null ? "" : String(settings.cores),
    stdin: settings.stdin,
    args: settings.args.join("\n"),
    limits,
  };
}

/** The form's field that a refusal of the server is about, or null where it has none. */
export function fieldOf(named: string): FieldName | null {
  const field = named.replace(/^.*?(?=(isolation|executor|cores|stdin|args|limits)\b)/, "");
  if (field.startsWith("args")) return "args";
  if (field === "isolation" || field === "cores" || field === "stdin") return field;
  if (field === "executor" || field === "executor.kind") return "executor.kind";
  if (field === "executor.parallelism") return field;
  const limit = LIMIT_KEYS.find((key) => field === `limits.${key}`);
  return limit === undefined ? null : `limits.${limit}`;
}

function executorOf(kind: string, parallelism: number | null): Executor | null {
  if (kind === "" && parallelism === null) return null;
  const known: ExecutorKind = EXECUTORS.find((each) => each === kind) ?? "fixed";
  return parallelism === null ? { kind: known } : { kind: known, parallelism };
}

function argsOf(typed: string): string[] {
  const lines = typed.split("\n");
  while (lines.length > 0 && lines.at(-1) === "") lines.pop();
  return lines;
}
