import { counted, duration, significant } from "../base/format";
import { VERDICT_WORDS, type Tone } from "../run/verdict-words";
import type { CheckReport } from "../wire/check";
import type { Exercise, ExerciseSummary } from "../wire/exercise";
import type { Judging, Measured, Tally } from "../wire/judging";
import type { Verdict } from "../wire/verdict";

/** The banner on top of a result. */
export interface Face {
  readonly tone: Tone | "busy";
  readonly title: string;
  /** The verdict's code; empty where the title says it. */
  readonly code: string;
  readonly text: string;
}

/** Where a judging stands, or how it ended, in words. */
export function faceOf(judging: Judging): Face {
  if (judging.state === "QUEUED")
    return { tone: "busy", title: "Queued", code: "", text: `${placeWords(judging.queuePlace)}. Closing this tab loses nothing.` };
  if (judging.state === "JUDGING" || judging.verdict === null)
    return { tone: "busy", title: "Being judged", code: "", text: progressWords(judging) };
  const { verdict } = judging;
  const words = VERDICT_WORDS[verdict];
  if (verdict === "OK")
    return judging.purpose === "TRIAL"
      ? { tone: "good", title: "The visible tests pass", code: "", text: "Submit it to have it count." }
      : { tone: "good", title: "Solved", code: "", text: judging.explanation || "Everything passes." };
  return { tone: words.tone, title: words.title, code: verdict, text: judging.explanation || words.meaning };
}

const placeWords = (place: number | null): string =>
  place === null ? "Waiting to be taken" : place <= 1 ? "Next in the queue" : `Place ${place} in the queue`;

/** How far a judging is, such as `1 of 3 done; now: No update is lost.` */
export function progressWords({ done, entries, next }: Judging): string {
  if (entries === 0) return "Your files are being compiled.";
  return `${done} of ${entries} done${next === null ? "" : `; now: ${next}`}.`;
}

export const pointsWords = (points: number, most: number): string => `${points} of ${counted(most, "point")}`;

/** What a judging gave; empty before it has ended. */
export const gained = ({ state, points, mostPoints, purpose }: Judging): string =>
  state !== "FINISHED" || points === null
    ? ""
    : `${pointsWords(points, mostPoints)}${purpose === "TRIAL" ? " by the visible tests; a try counts for nothing" : ""}.`;

export const tallyWords = ({ failed, times }: Tally): string =>
  failed === 0 ? `Passed all of ${counted(times, "time")}.` : `Failed ${failed} of ${counted(times, "time")}.`;

/** How often a repeated test failed; empty where the explanation says it already. */
export const tallyBeside = (tally: Tally | null, explanation: string): string =>
  tally === null || explanation.includes(`${tally.failed} of ${tally.times} times`) ? "" : tallyWords(tally);

/** What was timed, such as `The reference took 1.63 times as long (95 % interval 1.52 to 1.71).` */
export function measuredWords({ value, low, high }: Measured): string {
  return `The reference took ${significant(value)} times as long (95 % interval ${significant(low)} to ${significant(high)}).`;
}

/** Times with their median, such as `12 ms, 14 ms, 13 ms; median 13 ms`. */
export function timesWords(nanos: readonly number[]): string {
  if (nanos.length === 0) return "none";
  return `${nanos.map(duration).join(", ")}; median ${duration(median(nanos))}`;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** What somebody has done of an exercise, in words. */
export function mineWords({ mine, points }: ExerciseSummary): { readonly words: string; readonly tone: string } {
  if (mine === null) return { words: "not begun", tone: "" };
  if (mine.solved) return { words: "solved", tone: "good" };
  if (mine.best === null) return { words: "tried", tone: "limit" };
  return { words: `tried, best ${mine.best} of ${points}`, tone: "limit" };
}

/** The parts of a course with their exercises, in order. */
export function partsOf(exercises: readonly ExerciseSummary[]): Map<string, ExerciseSummary[]> {
  const parts = new Map<string, ExerciseSummary[]>();
  for (const exercise of exercises) {
    const part = parts.get(exercise.part);
    if (part) part.push(exercise);
    else parts.set(exercise.part, [exercise]);
  }
  return parts;
}

/** What there is to know of an exercise before one begins. */
export function factsOf({ difficulty, minutes, points, setting }: Exercise): string {
  return [
    difficulty,
    `about ${counted(minutes, "minute")}`,
    counted(points, "point"),
    `judged on ${counted(setting.cores, "core")}`,
    `within ${duration(setting.wallMillis * 1e6)} and ${setting.heapMib} MiB of heap`,
  ].join(" · ");
}

/** Which version an author has and which students see. */
export function versionWords({ version, publishedVersion }: ExerciseSummary): string {
  if (publishedVersion === null) return `version ${version}, draft`;
  if (publishedVersion === version) return `version ${version}, published`;
  return `version ${version}, draft; version ${publishedVersion} is published`;
}

/** Verdicts of repetitions, counted: `OK 3 times, DEADLOCK once`. */
export function verdictsWords(verdicts: readonly Verdict[]): string {
  const counts = new Map<Verdict, number>();
  for (const verdict of verdicts) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  return [...counts].map(([verdict, times]) => `${verdict} ${times === 1 ? "once" : `${times} times`}`).join(", ");
}

export function checkWords({ state, done, of }: CheckReport): string {
  switch (state) {
    case "NONE":
      return "This version has not been checked. A check judges the solution, the starter and every wrong answer, three times each.";
    case "RUNNING":
      return `The check is running: ${done} of ${of} judgings done. You can leave this page.`;
    case "PASSED":
      return `The check passed: all of ${counted(of, "judging")} came out as expected.`;
    case "FAILED":
      return "The check failed. Mend what the table names, and import the exercise again.";
  }
}

/** An instant as a field of date and time has it, in the browser's own time; empty for none. */
export function localOf(instant: string | null): string {
  if (instant === null) return "";
  const at = new Date(instant);
  const two = (value: number): string => String(value).padStart(2, "0");
  const date = `${String(at.getFullYear()).padStart(4, "0")}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${date}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The instant of such a field; null for none. */
export function instantOf(local: string): string | null {
  const at = new Date(local);
  return local === "" || Number.isNaN(at.getTime()) ? null : at.toISOString();
}
