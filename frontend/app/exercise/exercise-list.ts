import { byId, h } from "../base/dom";
import { counted } from "../base/format";
import { moment } from "../base/when";
import { exercisePath } from "../course/address";
import type { ExerciseSummary } from "../wire/exercise";
import { mineWords, partsOf } from "./words";

/** Shows the exercises of a course under the headings of their parts. */
export function showExercises(course: string, exercises: readonly ExerciseSummary[], authors: boolean): void {
  byId("exercises-empty", HTMLElement).hidden = exercises.length > 0;
  byId("exercises", HTMLElement).replaceChildren(
    ...[...partsOf(exercises)].flatMap(([part, within]) => [
      h("h3", {}, part),
      h("ul", { class: "rows" }, ...within.map((each) => row(course, each, authors))),
    ]),
  );
}

function row(course: string, exercise: ExerciseSummary, authors: boolean): HTMLElement {
  const mine = mineWords(exercise);
  const { difficulty, minutes, points, publishedVersion, openAt, dueAt } = exercise;
  const waits = openAt !== null && Date.parse(openAt) > Date.now();
  return h(
    "li",
    {},
    h(
      "span",
      {},
      h("a", { href: exercisePath(course, exercise.slug) }, exercise.title),
      h("br"),
      h(
        "span",
        { class: "quiet" },
        `${difficulty} · ${counted(minutes, "minute")} · ${counted(points, "point")}`,
        waits && " · opens ",
        waits && moment(openAt),
        dueAt !== null && " · due ",
        dueAt !== null && moment(dueAt),
      ),
    ),
    h(
      "span",
      { class: "chips" },
      authors && publishedVersion === null && h("span", { class: "chip" }, "draft"),
      (!authors || exercise.mine !== null) && h("span", { class: `chip ${mine.tone}` }, mine.words),
    ),
  );
}
