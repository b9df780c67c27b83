import assert from "node:assert/strict";
import test from "node:test";
import { Refusal, ServerAway } from "../app/base/call";
import { coursePath, exerciseOf, exercisePath } from "../app/course/address";
import { KeepDraft, type DraftState } from "../app/exercise/keep-draft";
import { watch } from "../app/exercise/watch";
import {
  checkWords,
  faceOf,
  gained,
  instantOf,
  localOf,
  measuredWords,
  mineWords,
  partsOf,
  tallyBeside,
  tallyWords,
  timesWords,
  verdictsWords,
  versionWords,
} from "../app/exercise/words";
import { readCheckReport } from "../app/wire/check";
import { readExercises, type ExerciseSummary } from "../app/wire/exercise";
import { readJudging, type Judging } from "../app/wire/judging";
import type { SourceFile } from "../app/wire/run";

const judging = (change: Record<string, unknown> = {}): Judging =>
  readJudging(
    { id: "1", purpose: "SUBMISSION", version: 1, state: "QUEUED", done: 0, entries: 0, createdAt: "2026-11-25T10:00:00Z", mostPoints: 8, ...change },
    "",
  );

const summary = (change: Record<string, unknown> = {}): ExerciseSummary => {
  const whole = { slug: "lost-update", title: "Lost update", part: "Races", position: 0, difficulty: "easy", minutes: 20, points: 8, version: 2, ...change };
  const [read] = readExercises({ exercises: [whole] }, "");
  assert.ok(read);
  return read;
};

test("an exercise is read from its address", () => {
  assert.deepEqual(exerciseOf("/courses/pp-26/exercises/lost-update"), { course: "pp-26", exercise: "lost-update" });
  assert.deepEqual(exerciseOf("/courses/pp-26"), { course: "", exercise: "" });
  assert.deepEqual(exerciseOf("/courses/pp-26/exercises/a%2Fb"), { course: "", exercise: "" });
  assert.equal(exercisePath("pp-26", "lost-update"), "/courses/pp-26/exercises/lost-update");
  assert.equal(coursePath("pp-26", "/authoring"), "/courses/pp-26/authoring");
});

test("waiting is honest: the place in the queue, then what is being judged", () => {
  assert.equal(faceOf(judging({ queuePlace: 3 })).text, "Place 3 in the queue. Closing this tab loses nothing.");
  assert.equal(faceOf(judging({ state: "JUDGING" })).text, "Your files are being compiled.");
  assert.equal(faceOf(judging({ state: "JUDGING", done: 1, entries: 3, next: "No update is lost" })).text, "1 of 3 done; now: No update is lost.");
  assert.equal(gained(judging()), "");
});

test("a result says its verdict in words, and that a try counts for nothing", () => {
  const ended = { state: "FINISHED", verdict: "RACE_OBSERVED", explanation: "It failed 37 of 200 times.", points: 2 };
  assert.deepEqual(faceOf(judging(ended)), { tone: "fault", title: "Race observed", code: "RACE_OBSERVED", text: "It failed 37 of 200 times." });
  assert.equal(gained(judging(ended)), "2 of 8 points.");
  assert.equal(faceOf(judging({ state: "FINISHED", verdict: "OK", points: 8 })).title, "Solved");
  const tried = judging({ purpose: "TRIAL", state: "FINISHED", verdict: "OK", points: 2 });
  assert.equal(faceOf(tried).title, "The visible tests pass");
  assert.equal(gained(tried), "2 of 8 points by the visible tests; a try counts for nothing.");
});

test("of a hidden entry there is nothing but whether it passed", () => {
  const result = { name: "a", title: "A", hidden: true, passed: false, points: 0, mostPoints: 6 };
  const [read] = judging({ results: [result] }).results;
  assert.deepEqual([read?.verdict, read?.expected, read?.tally, read?.measured], [null, "", null, null]);
});

test("repeats and times read well", () => {
  assert.equal(tallyWords({ failed: 37, times: 200 }), "Failed 37 of 200 times.");
  assert.equal(tallyWords({ failed: 0, times: 200 }), "Passed all of 200 times.");
  assert.equal(tallyBeside({ failed: 37, times: 200 }, "Failed 37 of 200 times; the first time: 1626"), "");
  assert.equal(tallyBeside({ failed: 37, times: 200 }, ""), "Failed 37 of 200 times.");
  assert.equal(timesWords([12e6, 15e6, 13e6, 14e6]), "12 ms, 15 ms, 13 ms, 14 ms; median 13.5 ms");
  assert.equal(timesWords([]), "none");
  assert.equal(
    measuredWords({ value: 1.633, low: 1.52, high: 1.71, studentNanos: [], referenceNanos: [] }),
    "The reference took 1.63 times as long (95 % interval 1.52 to 1.71).",
  );
});

test("a list says what one has done", () => {
  assert.equal(mineWords(summary()).words, "not begun");
  assert.equal(mineWords(summary({ mine: { solved: false } })).words, "tried");
  assert.equal(mineWords(summary({ mine: { solved: false, best: 2 } })).words, "tried, best 2 of 8");
  assert.deepEqual(mineWords(summary({ mine: { solved: true, best: 8 } })), { words: "solved", tone: "good" });
});

test("exercises stand under their parts, in order", () => {
  const parts = partsOf([summary({ slug: "a" }), summary({ slug: "b", part: "Pools" }), summary({ slug: "c" })]);
  assert.deepEqual([...parts].map(([part, within]) => [part, within.map((each) => each.slug)]), [
    ["Races", ["a", "c"]],
    ["Pools", ["b"]],
  ]);
});

test("an author sees which version students have", () => {
  assert.equal(versionWords(summary()), "version 2, draft");
  assert.equal(versionWords(summary({ publishedVersion: 1 })), "version 2, draft; version 1 is published");
  assert.equal(versionWords(summary({ publishedVersion: 2 })), "version 2, published");
});

test("a check says how far it is, and what each answer got", () => {
  const report = readCheckReport(
    { state: "RUNNING", done: 4, of: 15, subjects: [{ name: "solution", expected: "OK and all points", verdicts: ["OK", "OK", "DEADLOCK"], problem: "1 of 3 times: it got DEADLOCK" }] },
    "",
  );
  assert.equal(checkWords(report), "The check is running: 4 of 15 judgings done. You can leave this page.");
  assert.equal(verdictsWords(report.subjects[0]?.verdicts ?? []), "OK 2 times, DEADLOCK once");
});

test("a date survives its field", () => {
  const instant = new Date(2026, 10, 25, 18, 5).toISOString();
  assert.equal(localOf(instant), "2026-11-25T18:05");
  assert.equal(instantOf(localOf(instant)), instant);
  assert.equal(localOf(null), "");
  assert.equal(instantOf(""), null);
});

const settle = (): Promise<void> => new Promise((done) => setImmediate(done));

test("what goes on is asked for until it has ended, also when the server is away for a while", async () => {
  const answers: (string | Error)[] = ["queued", new ServerAway("away"), "judging", "done", "never"];
  const seen: string[] = [];
  await new Promise<void>((done) =>
    watch<string>(
      {
        ask: async () => {
          const answer = answers.shift();
          if (answer instanceof Error) throw answer;
          return answer ?? "";
        },
        show: (now) => seen.push(now),
        ended: (now) => {
          if (now === "done") done();
          return now === "done";
        },
        away: () => seen.push("away"),
        lost: () => seen.push("lost"),
      },
      () => Promise.resolve(),
    ),
  );
  await settle();
  assert.deepEqual(seen, ["queued", "away", "judging", "done"]);
});

test("what the server refuses to tell is not asked for again", async () => {
  let asked = 0;
  const gone = new Refusal({ title: "Not found", status: 404, detail: "", errors: [] }, null);
  await new Promise<unknown>((lost) =>
    watch<string>(
      { ask: () => (asked++, Promise.reject(gone)), show: () => undefined, ended: () => false, away: () => undefined, lost },
      () => Promise.resolve(),
    ),
  );
  await settle();
  assert.equal(asked, 1);
});

test("a draft is kept once typing rests, the newest text last", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  let text = "a";
  const files = (): SourceFile[] => [{ path: "Main.java", content: text }];
  const sent: string[] = [];
  const states: DraftState["kind"][] = [];
  let answer: () => void = () => undefined;
  const keep = new KeepDraft(
    files,
    (each) => {
      sent.push(each[0]?.content ?? "");
      return new Promise((done) => (answer = done));
    },
    ({ kind }) => states.push(kind),
  );
  keep.edited();
  assert.equal(keep.pending, true);
  context.mock.timers.tick(1000);
  text = "b";
  keep.edited();
  answer();
  await settle();
  context.mock.timers.tick(1000);
  answer();
  await settle();
  assert.deepEqual(sent, ["a", "b"]);
  assert.deepEqual(states, ["changed", "keeping", "changed", "keeping", "kept"]);
  assert.equal(keep.pending, false);
});

test("what was sent on another way is sent again after an older draft that is still on its way", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const sent: string[] = [];
  let answer: () => void = () => undefined;
  let text = "old";
  const keep = new KeepDraft(
    () => [{ path: "Main.java", content: text }],
    (each) => {
      sent.push(each[0]?.content ?? "");
      return new Promise((done) => (answer = done));
    },
    () => undefined,
  );
  keep.edited();
  void keep.now();
  text = "new";
  keep.sent();
  answer();
  await settle();
  context.mock.timers.tick(1000);
  assert.deepEqual(sent, ["old", "new"]);
});
