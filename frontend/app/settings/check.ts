import type { DraftSettings } from "../editor/draft";
import type { Executor, ExecutorKind, LimitKey, Limits, VirtualWeb } from "../wire/run";
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
  /** `on`, or empty for off. */
  readonly web: string;
  readonly webParts: Readonly<Record<WebKey, string>>;
}

export const WEB_KEYS = ["latencyMillis", "bytes", "errorRate", "seed"] as const;
export type WebKey = (typeof WEB_KEYS)[number];

/** How a part of the virtual web is typed, from 0 to `most` of the unit. */
export const WEB_UNIT: Record<
  WebKey,
  { readonly unit: string; readonly size: number; readonly most: number; readonly stock: number }
> = {
  latencyMillis: { unit: "ms", size: 1, most: 10_000, stock: 200 },
  bytes: { unit: "bytes", size: 1, most: 1_000_000, stock: 20_000 },
  errorRate: { unit: "%", size: 0.01, most: 100, stock: 0 },
  seed: { unit: "", size: 1, most: 2_147_483_647, stock: 1 },
};

/** A field's name in the form, which is also its name in a request. */
export type FieldName =
  | "isolation"
  | "executor.kind"
  | "executor.parallelism"
  | "cores"
  | "stdin"
  | "args"
  | `limits.${LimitKey}`
  | "web"
  | `web.${WebKey}`;

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
      web: webOf(form, faults),
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
    web: settings.web === null ? "" : "on",
    webParts: Object.fromEntries(
      WEB_KEYS.map((key) => {
        const part = settings.web?.[key];
        // Rounded: 0.07 of a hundred is not 7 in binary.
        return [key, part === undefined ? "" : String(Number((part / WEB_UNIT[key].size).toPrecision(12)))];
      }),
    ) as Record<WebKey, string>,
  };
}

/** The form's field that a refusal of the server is about, or null where it has none. */
export function fieldOf(named: string): FieldName | null {
  const field = named.replace(/^.*?(?=(isolation|executor|cores|stdin|args|limits|web)\b)/, "");
  if (field.startsWith("args")) return "args";
  if (field === "isolation" || field === "cores" || field === "stdin" || field === "web") return field;
  const part = WEB_KEYS.find((key) => field === `web.${key}`);
  if (part !== undefined) return `web.${part}`;
  if (field === "executor" || field === "executor.kind") return "executor.kind";
  if (field === "executor.parallelism") return field;
  const limit = LIMIT_KEYS.find((key) => field === `limits.${key}`);
  return limit === undefined ? null : `limits.${limit}`;
}

/** Null while it is off; what is typed then is neither used nor wrong. */
function webOf(form: SettingsForm, faults: Map<FieldName, string>): VirtualWeb | null {
  if (form.web === "") return null;
  const web: { -readonly [key in WebKey]?: number } = {};
  for (const key of WEB_KEYS) {
    const typed = form.webParts[key];
    if (typed.trim() === "") continue;
    const { unit, size, most } = WEB_UNIT[key];
    const value = Number(typed);
    const top = `${count(most)}${unit ? ` ${unit}` : ""}`;
    if (!Number.isFinite(value)) faults.set(`web.${key}`, "This must be a number.");
    else if (size === 1 && !Number.isInteger(value)) faults.set(`web.${key}`, "This must be a whole number.");
    else if (value < 0 || value > most) faults.set(`web.${key}`, `This must be from 0 to ${top}.`);
    web[key] = value * size;
  }
  return web;
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
