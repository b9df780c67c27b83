import { list, member, number, object, oneOf, orNull, text, type Read } from "./read";
import { VERDICTS, type Verdict } from "./verdict";

const CHECK_STATES = ["NONE", "RUNNING", "PASSED", "FAILED"] as const;
export type CheckState = (typeof CHECK_STATES)[number];

/** What was judged, and whether it was judged as it should be. */
export interface CheckSubject {
  /** `solution`, `starter`, or `wrong/` and the name of a wrong answer. */
  readonly name: string;
  readonly expected: string;
  /** Of all repetitions that have ended. */
  readonly verdicts: readonly Verdict[];
  /** Null where all was as expected. */
  readonly problem: string | null;
}

/** Where the check of an exercise's newest version stands. */
export interface CheckReport {
  readonly state: CheckState;
  /** Judgings that have ended, of `of`. */
  readonly done: number;
  readonly of: number;
  readonly subjects: readonly CheckSubject[];
}

const readSubject: Read<CheckSubject> = (value, at) => {
  const from = object(value, at);
  return {
    name: member(from, "name", text, at),
    expected: member(from, "expected", text, at),
    verdicts: member(from, "verdicts", list(oneOf(VERDICTS)), at),
    problem: member(from, "problem", orNull(text), at),
  };
};

/** `GET /api/v1/courses/{course}/exercises/{exercise}/check`. */
export const readCheckReport: Read<CheckReport> = (value, at) => {
  const from = object(value, at);
  return {
    state: member(from, "state", oneOf(CHECK_STATES), at),
    done: member(from, "done", number, at),
    of: member(from, "of", number, at),
    subjects: member(from, "subjects", list(readSubject), at),
  };
};
