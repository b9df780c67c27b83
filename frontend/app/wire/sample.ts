import { readMatrix, type Matrix } from "./experiment";
import { list, member, number, object, oneOf, orElse, orNull, text, type Read } from "./read";
import {
  readExecutor,
  readFile,
  readLimits,
  readWeb,
  type Executor,
  type Limits,
  type SourceFile,
  type VirtualWeb,
} from "./run";
import { VERDICTS, type Verdict } from "./verdict";

/** An item of `GET /api/v1/samples`: a program to try, with the settings that it is meant for. */
export interface Sample {
  readonly slug: string;
  readonly title: string;
  /** The idea that it shows, such as `time slicing`. */
  readonly concept: string;
  readonly summary: string;
  /** What to look for on the timeline. */
  readonly watch: string;
  readonly verdict: Verdict | null;
  readonly files: readonly SourceFile[];
  readonly cores: number;
  readonly executor: Executor | null;
  readonly stdin: string;
  readonly args: readonly string[];
  readonly limits: Limits;
  readonly web: VirtualWeb | null;
  /** What an experiment with it varies; null where it is not made to be measured. */
  readonly matrix: Matrix | null;
}

const readSample: Read<Sample> = (value, at) => {
  const from = object(value, at);
  return {
    slug: member(from, "slug", text, at),
    title: member(from, "title", text, at),
    concept: member(from, "concept", orElse(text, ""), at),
    summary: member(from, "summary", orElse(text, ""), at),
    watch: member(from, "watch", orElse(text, ""), at),
    verdict: member(from, "verdict", orNull(oneOf(VERDICTS)), at),
    files: member(from, "files", list(readFile), at),
    cores: member(from, "cores", orElse(number, 1), at),
    executor: member(from, "executor", orNull(readExecutor), at),
    stdin: member(from, "stdin", orElse(text, ""), at),
    args: member(from, "args", orElse(list(text), []), at),
    limits: member(from, "limits", orElse(readLimits, {}), at),
    web: member(from, "web", orNull(readWeb), at),
    matrix: member(from, "matrix", orNull(readMatrix), at),
  };
};

export const readSamples: Read<Sample[]> = (value, at) =>
  member(object(value, at), "samples", list(readSample), at);
