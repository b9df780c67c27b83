import { API, call } from "../base/call";
import { readCheckReport, type CheckReport } from "../wire/check";
import { readExercise, readExercises, readImported, type Exercise, type ExerciseSummary, type Imported } from "../wire/exercise";
import { readJudging, readJudgings, type Judging } from "../wire/judging";
import type { SourceFile } from "../wire/run";

/** When and where students see an exercise; all of it is replaced. */
export interface Terms {
  readonly part: string;
  readonly position: number | null;
  readonly openAt: string | null;
  readonly dueAt: string | null;
}

const all = (course: string): string => `/courses/${encodeURIComponent(course)}/exercises`;
const one = (course: string, exercise: string): string => `${all(course)}/${encodeURIComponent(exercise)}`;
const body = (files: readonly SourceFile[]): string => JSON.stringify({ files });
const nothing = (): undefined => undefined;

export const exerciseApi = {
  all: (course: string): Promise<ExerciseSummary[]> => call("GET", all(course), readExercises),
  exercise: (course: string, exercise: string): Promise<Exercise> => call("GET", one(course, exercise), readExercise),
  keep: (course: string, exercise: string, files: readonly SourceFile[]): Promise<void> =>
    call("PUT", `${one(course, exercise)}/draft`, nothing, body(files)),
  tryOut: (course: string, exercise: string, files: readonly SourceFile[]): Promise<Judging> =>
    call("POST", `${one(course, exercise)}/trials`, readJudging, body(files)),
  submit: (course: string, exercise: string, files: readonly SourceFile[]): Promise<Judging> =>
    call("POST", `${one(course, exercise)}/submissions`, readJudging, body(files)),
  submissions: (course: string, exercise: string): Promise<Judging[]> =>
    call("GET", `${one(course, exercise)}/submissions`, readJudgings),
  judging: (id: string): Promise<Judging> => call("GET", `/judgings/${encodeURIComponent(id)}`, readJudging),

  importZip: (course: string, zip: Blob): Promise<Imported> =>
    call("POST", all(course), readImported, zip, "application/zip"),
  check: (course: string, exercise: string): Promise<CheckReport> =>
    call("GET", `${one(course, exercise)}/check`, readCheckReport),
  beginCheck: (course: string, exercise: string): Promise<CheckReport> =>
    call("POST", `${one(course, exercise)}/check`, readCheckReport),
  publish: (course: string, exercise: string): Promise<void> =>
    call("POST", `${one(course, exercise)}/publication`, nothing),
  withdraw: (course: string, exercise: string): Promise<void> =>
    call("DELETE", `${one(course, exercise)}/publication`, nothing),
  setTerms: (course: string, exercise: string, terms: Terms): Promise<void> =>
    call("PUT", `${one(course, exercise)}/terms`, nothing, JSON.stringify(terms)),
  /** Address of all of an exercise as a zip, for who authors. */
  folderUrl: (course: string, exercise: string): string => `${API}${one(course, exercise)}/folder`,
};
