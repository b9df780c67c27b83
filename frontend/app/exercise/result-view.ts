import { h } from "../base/dom";
import type { Entry } from "../wire/exercise";
import type { Judging, JudgingResult } from "../wire/judging";
import { faceOf, gained, measuredWords, pointsWords, tallyBeside, timesWords } from "./words";

/** A judging: its banner, how far it is, and what came of each entry. */
export function resultView(judging: Judging, entries: readonly Entry[]): HTMLElement[] {
  const face = faceOf(judging);
  const points = gained(judging);
  return [
    h(
      "div",
      { class: "verdict", "data-tone": face.tone },
      h("p", { class: "verdict-title" }, face.title, face.code !== "" && h("code", {}, face.code)),
      h("p", {}, face.text),
      points !== "" && h("p", { class: "points" }, points),
      judging.state === "JUDGING" &&
        judging.entries > 0 &&
        h("progress", { value: judging.done, max: judging.entries, "aria-label": "Entries that have been judged" }),
    ),
    ...(judging.state === "FINISHED" ? [gradings(judging, entries)] : []),
  ];
}

function gradings(judging: Judging, entries: readonly Entry[]): HTMLElement {
  const judged = new Set(judging.results.map((each) => each.name));
  return h(
    "ul",
    { class: "gradings" },
    ...judging.results.map(grading),
    ...entries.filter((each) => !judged.has(each.name)).map((each) => notJudged(each, judging)),
  );
}

function grading(result: JudgingResult): HTMLElement {
  const { passed, measured } = result;
  const tally = tallyBeside(result.tally, result.explanation);
  const facts: (HTMLElement | false)[] = [
    result.test !== "" && fact("Test", h("code", {}, result.test)),
    result.expected !== "" && fact("Expected", quoted(result.expected)),
    result.got !== "" && fact("Got", quoted(result.got)),
    measured !== null && fact("Measured", measuredWords(measured)),
    measured !== null && fact("Your times", timesWords(measured.studentNanos)),
    measured !== null && fact("Reference", timesWords(measured.referenceNanos)),
  ];
  const shown = facts.filter((each) => each !== false);
  return h(
    "li",
    { class: passed ? "passed" : "failed" },
    head(result.title, passed ? "passed" : "failed", passed ? "good" : "fault", pointsWords(result.points, result.mostPoints), result.hidden),
    tally !== "" && h("p", {}, tally),
    result.explanation !== "" && h("p", { class: "explanation" }, result.explanation),
    shown.length > 0 && h("dl", {}, ...shown),
    result.hidden && !passed && result.verdict === null && h("p", { class: "quiet" }, "This test is hidden: it tells only whether it passed."),
  );
}

const notJudged = (entry: Entry, { purpose, verdict }: Judging): HTMLElement =>
  h(
    "li",
    {},
    head(entry.title, "not judged", "", `0 of ${entry.points}`, entry.hidden),
    h(
      "p",
      { class: "quiet" },
      verdict === "COMPILE_ERROR"
        ? "Only what compiles is judged."
        : purpose === "TRIAL" && entry.hidden
          ? "Hidden tests are judged once you submit."
          : "It did not come to this.",
    ),
  );

const head = (title: string, words: string, tone: string, points: string, hidden: boolean): HTMLElement =>
  h(
    "p",
    { class: "grading-head" },
    h("span", { class: `chip ${tone}` }, words),
    h("strong", {}, title),
    hidden && h("span", { class: "chip" }, "hidden"),
    h("span", { class: "quiet points" }, points),
  );

const fact = (name: string, value: Node | string): HTMLElement => h("div", {}, h("dt", {}, name), h("dd", {}, value));

const quoted = (words: string): HTMLElement => h("pre", { class: "quoted" }, words);
