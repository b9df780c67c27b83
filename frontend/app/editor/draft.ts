import { member, list, number, object, orElse, orNull, text, type Read } from "../wire/read";
import {
  readExecutor,
  readFile,
  readLimits,
  readWeb,
  type Executor,
  type Limits,
  type RunRequest,
  type SourceFile,
  type VirtualWeb,
} from "../wire/run";
import type { Sample } from "../wire/sample";

/** What a visitor is working on: source and settings. */
export interface Draft {
  readonly files: readonly SourceFile[];
  readonly settings: DraftSettings;
}

/** Settings that were chosen; null and absent mean what the server has as default. */
export interface DraftSettings {
  /** Null: the server's default, a JVM of its own. */
  readonly isolation: string | null;
  readonly executor: Executor | null;
  readonly cores: number | null;
  readonly stdin: string;
  readonly args: readonly string[];
  readonly limits: Limits;
  /** Null: none. */
  readonly web: VirtualWeb | null;
}

export const NO_SETTINGS: DraftSettings = {
  isolation: null,
  executor: null,
  cores: null,
  stdin: "",
  args: [],
  limits: {},
  web: null,
};

/** What a visitor finds who comes for the first time. */
export const FIRST_DRAFT: Draft = {
  files: [
    {
      path: "Main.java",
      content: `void main() throws InterruptedException {
    var ping = new Thread(() -> say("ping"), "ping");
    var pong = new Thread(() -> say("pong"), "pong");
    ping.start();
    pong.start();
    ping.join();
    pong.join();
    IO.println("both are done");
}

void say(String word) {
    for (int i = 1; i <= 3; i++) {
        IO.println(word + " " + i);
        work();
    }
}

/** Keeps a core busy for a while. */
void work() {
    long x = 1;
    for (int i = 0; i < 20_000_000; i++) {
        x ^= x << 13;
        x ^= x >>> 7;
        x ^= x << 17;
    }
    if (x == 0) IO.println("never");
}
`,
    },
  ],
  settings: { ...NO_SETTINGS, cores: 2 },
};

export const draftOfRequest = (request: RunRequest): Draft => ({
  files: request.files,
  settings: {
    isolation: request.isolation === "process" ? null : (request.isolation ?? null),
    executor: request.executor ?? null,
    cores: request.cores ?? null,
    stdin: request.stdin ?? "",
    args: request.args ?? [],
    limits: request.limits ?? {},
    web: request.web ?? null,
  },
});

export const draftOfSample = (sample: Sample): Draft => ({
  files: sample.files,
  settings: {
    isolation: null,
    executor: sample.executor,
    cores: sample.cores,
    stdin: sample.stdin,
    args: sample.args,
    limits: sample.limits,
    web: sample.web,
  },
});

/** What is sent to have a draft run. */
export function requestOf(draft: Draft): RunRequest {
  const { isolation, executor, cores, stdin, args, limits, web } = draft.settings;
  return {
    files: draft.files,
    ...(isolation === null ? {} : { isolation }),
    ...(executor === null ? {} : { executor }),
    ...(cores === null ? {} : { cores }),
    ...(stdin === "" ? {} : { stdin }),
    ...(args.length === 0 ? {} : { args }),
    ...(Object.keys(limits).length === 0 ? {} : { limits }),
    ...(web === null ? {} : { web }),
  };
}

/** Whether two drafts have the same source; settings are quickly set again, source is not. */
export const sameSource = (a: Draft, b: Draft): boolean =>
  a.files.length === b.files.length &&
  a.files.every((file, i) => file.path === b.files[i]?.path && file.content === b.files[i]?.content);

/** Reads a draft that the browser kept, perhaps of an earlier version of this page. */
export const readDraft: Read<Draft> = (value, at) => {
  const from = object(value, at);
  const files = member(from, "files", list(readFile), at);
  if (files.length === 0) throw new Error("a draft has a file");
  return { files, settings: member(from, "settings", orElse(readDraftSettings, NO_SETTINGS), at) };
};

const readDraftSettings: Read<DraftSettings> = (value, at) => {
  const from = object(value, at);
  return {
    isolation: member(from, "isolation", orNull(text), at),
    executor: member(from, "executor", orNull(readExecutor), at),
    cores: member(from, "cores", orNull(number), at),
    stdin: member(from, "stdin", orElse(text, ""), at),
    args: member(from, "args", orElse(list(text), []), at),
    limits: member(from, "limits", orElse(readLimits, {}), at),
    web: member(from, "web", orNull(readWeb), at),
  };
};
