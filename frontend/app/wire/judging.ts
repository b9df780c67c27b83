import { flag, list, member, number, object, oneOf, orElse, orNull, text, type Read } from "./read";
import { readDiagnostic, readFile, type Diagnostic, type SourceFile } from "./run";
import { VERDICTS, type Verdict } from "./verdict";

const PURPOSES = ["SUBMISSION", "TRIAL", "CHECK"] as const;
export type Purpose = (typeof PURPOSES)[number];

const JUDGING_STATES = ["QUEUED", "JUDGING", "FINISHED"] as const;
export type JudgingState = (typeof JUDGING_STATES)[number];

/** How often a repeated test failed. */
export interface Tally {
  readonly failed: number;
  readonly times: number;
}

/** A ratio of the reference's time to the student's, with its interval of 95 %. */
export interface Measured {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly studentNanos: readonly number[];
  readonly referenceNanos: readonly number[];
}

/** What came of one entry. Of a hidden one a student gets no more than whether it passed. */
export interface JudgingResult {
  readonly name: string;
  readonly title: string;
  readonly hidden: boolean;
  readonly passed: boolean;
  readonly points: number;
  readonly mostPoints: number;
  readonly verdict: Verdict | null;
  readonly test: string;
  readonly expected: string;
  readonly got: string;
  readonly explanation: string;
  readonly tally: Tally | null;
  readonly measured: Measured | null;
}

/** `GET /api/v1/judgings/{id}`. */
export interface Judging {
  readonly id: string;
  readonly purpose: Purpose;
  readonly version: number;
  readonly state: JudgingState;
  /** From 1; only while queued. */
  readonly queuePlace: number | null;
  /** Entries that have been judged, of `entries`; that is 0 until it is known. */
  readonly done: number;
  readonly entries: number;
  /** Title of the entry that is being judged. */
  readonly next: string | null;
  readonly createdAt: string;
  readonly verdict: Verdict | null;
  readonly explanation: string;
  readonly points: number | null;
  readonly mostPoints: number;
  readonly diagnostics: readonly Diagnostic[];
  readonly results: readonly JudgingResult[];
  /** What was judged; absent in lists. */
  readonly files: readonly SourceFile[] | null;
}

const readTally: Read<Tally> = (value, at) => {
  const from = object(value, at);
  return { failed: member(from, "failed", number, at), times: member(from, "times", number, at) };
};

const readMeasured: Read<Measured> = (value, at) => {
  const from = object(value, at);
  return {
    value: member(from, "value", number, at),
    low: member(from, "low", number, at),
    high: member(from, "high", number, at),
    studentNanos: member(from, "studentNanos", list(number), at),
    referenceNanos: member(from, "referenceNanos", list(number), at),
  };
};

const readResult: Read<JudgingResult> = (value, at) => {
  const from = object(value, at);
  const words = (name: string): string => member(from, name, orElse(text, ""), at);
  return {
    name: member(from, "name", text, at),
    title: member(from, "title", text, at),
    hidden: member(from, "hidden", flag, at),
    passed: member(from, "passed", flag, at),
    points: member(from, "points", number, at),
    mostPoints: member(from, "mostPoints", number, at),
    verdict: member(from, "verdict", orNull(oneOf(VERDICTS)), at),
    test: words("test"),
    expected: words("expected"),
    got: words("got"),
    explanation: words("explanation"),
    tally: member(from, "tally", orNull(readTally), at),
    measured: member(from, "measured", orNull(readMeasured), at),
  };
};

export const readJudging: Read<Judging> = (value, at) => {
  const from = object(value, at);
  return {
    id: member(from, "id", text, at),
    purpose: member(from, "purpose", oneOf(PURPOSES), at),
    version: member(from, "version", number, at),
    state: member(from, "state", oneOf(JUDGING_STATES), at),
    queuePlace: member(from, "queuePlace", orNull(number), at),
    done: member(from, "done", number, at),
    entries: member(from, "entries", number, at),
    next: member(from, "next", orNull(text), at),
    createdAt: member(from, "createdAt", text, at),
    verdict: member(from, "verdict", orNull(oneOf(VERDICTS)), at),
    explanation: member(from, "explanation", orElse(text, ""), at),
    points: member(from, "points", orNull(number), at),
    mostPoints: member(from, "mostPoints", number, at),
    diagnostics: member(from, "diagnostics", orElse(list(readDiagnostic), []), at),
    results: member(from, "results", orElse(list(readResult), []), at),
    files: member(from, "files", orNull(list(readFile)), at),
  };
};

/** `GET /api/v1/courses/{course}/exercises/{exercise}/submissions`. */
export const readJudgings: Read<Judging[]> = (value, at) => member(object(value, at), "judgings", list(readJudging), at);
