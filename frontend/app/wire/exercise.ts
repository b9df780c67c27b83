import { flag, list, member, number, object, oneOf, orNull, text, type Read } from "./read";
import { readFile, type SourceFile } from "./run";

export const DIFFICULTIES = ["easy", "medium", "hard"] as const;
export type Difficulty = (typeof DIFFICULTIES)[number];

/** What somebody has done of an exercise: tried it at least. */
export interface Mine {
  /** Points of the best submission; null before one was judged. */
  readonly best: number | null;
  readonly solved: boolean;
}

/** An exercise in its course's list. */
export interface ExerciseSummary {
  readonly slug: string;
  readonly title: string;
  /** The heading that it stands under. */
  readonly part: string;
  readonly position: number;
  readonly difficulty: Difficulty;
  readonly minutes: number;
  readonly points: number;
  /** The one that is listed: the newest for who authors, else the published one. */
  readonly version: number;
  /** The one that students get; null for none. */
  readonly publishedVersion: number | null;
  readonly openAt: string | null;
  readonly dueAt: string | null;
  /** Null for nothing. */
  readonly mine: Mine | null;
}

/** What earns points. */
export interface Entry {
  readonly name: string;
  readonly title: string;
  readonly points: number;
  /** Whether one learns only whether it passed. */
  readonly hidden: boolean;
}

/** What the code runs under. */
export interface Setting {
  readonly executor: string;
  readonly parallelism: number;
  readonly cores: number;
  readonly wallMillis: number;
  readonly heapMib: number;
  readonly threads: number;
}

/** `GET /api/v1/courses/{course}/exercises/{exercise}`. */
export interface Exercise {
  readonly slug: string;
  readonly title: string;
  readonly difficulty: Difficulty;
  readonly minutes: number;
  readonly points: number;
  readonly version: number;
  /** The statement; the server made it safe to show. */
  readonly html: string;
  /** What is shown once it is solved; null before. */
  readonly closingHtml: string | null;
  readonly starter: readonly SourceFile[];
  readonly draft: readonly SourceFile[] | null;
  readonly setting: Setting;
  readonly entries: readonly Entry[];
  readonly openAt: string | null;
  readonly dueAt: string | null;
}

/** What an import made. */
export interface Imported {
  readonly slug: string;
  readonly version: number;
  readonly title: string;
  readonly points: number;
}

const readMine: Read<Mine> = (value, at) => {
  const from = object(value, at);
  return { best: member(from, "best", orNull(number), at), solved: member(from, "solved", flag, at) };
};

export const readExerciseSummary: Read<ExerciseSummary> = (value, at) => {
  const from = object(value, at);
  return {
    slug: member(from, "slug", text, at),
    title: member(from, "title", text, at),
    part: member(from, "part", text, at),
    position: member(from, "position", number, at),
    difficulty: member(from, "difficulty", oneOf(DIFFICULTIES), at),
    minutes: member(from, "minutes", number, at),
    points: member(from, "points", number, at),
    version: member(from, "version", number, at),
    publishedVersion: member(from, "publishedVersion", orNull(number), at),
    openAt: member(from, "openAt", orNull(text), at),
    dueAt: member(from, "dueAt", orNull(text), at),
    mine: member(from, "mine", orNull(readMine), at),
  };
};

/** `GET /api/v1/courses/{course}/exercises`. */
export const readExercises: Read<ExerciseSummary[]> = (value, at) =>
  member(object(value, at), "exercises", list(readExerciseSummary), at);

const readEntry: Read<Entry> = (value, at) => {
  const from = object(value, at);
  return {
    name: member(from, "name", text, at),
    title: member(from, "title", text, at),
    points: member(from, "points", number, at),
    hidden: member(from, "hidden", flag, at),
  };
};

const readSetting: Read<Setting> = (value, at) => {
  const from = object(value, at);
  return {
    executor: member(from, "executor", text, at),
    parallelism: member(from, "parallelism", number, at),
    cores: member(from, "cores", number, at),
    wallMillis: member(from, "wallMillis", number, at),
    heapMib: member(from, "heapMib", number, at),
    threads: member(from, "threads", number, at),
  };
};

export const readExercise: Read<Exercise> = (value, at) => {
  const from = object(value, at);
  return {
    slug: member(from, "slug", text, at),
    title: member(from, "title", text, at),
    difficulty: member(from, "difficulty", oneOf(DIFFICULTIES), at),
    minutes: member(from, "minutes", number, at),
    points: member(from, "points", number, at),
    version: member(from, "version", number, at),
    html: member(from, "html", text, at),
    closingHtml: member(from, "closingHtml", orNull(text), at),
    starter: member(from, "starter", list(readFile), at),
    draft: member(from, "draft", orNull(list(readFile)), at),
    setting: member(from, "setting", readSetting, at),
    entries: member(from, "entries", list(readEntry), at),
    openAt: member(from, "openAt", orNull(text), at),
    dueAt: member(from, "dueAt", orNull(text), at),
  };
};

export const readImported: Read<Imported> = (value, at) => {
  const from = object(value, at);
  return {
    slug: member(from, "slug", text, at),
    version: member(from, "version", number, at),
    title: member(from, "title", text, at),
    points: member(from, "points", number, at),
  };
};
