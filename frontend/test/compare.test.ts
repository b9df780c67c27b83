import assert from "node:assert/strict";
import test from "node:test";
import { choiceWords, sidesOf } from "../app/compare/choice";
import { differing, fold, pair, stack } from "../app/compare/diff-rows";
import { cellReference, compareAddress, pageOf, readCompareUrl, readReference, runReference } from "../app/compare/reference";
import { advice, fileWords, settingName, settingValue, sideName, sideSettings, sideState, timeCell, toMeasure, verdictTone } from "../app/compare/words";
import { readComparison, type DiffLine } from "../app/wire/comparison";
import { fixture } from "./fixture";

const runs = readComparison(fixture("comparison-runs.json"), "");
const cells = readComparison(fixture("comparison-cells.json"), "");

const same = (n: number): DiffLine => ({ a: n, b: n, text: `same ${n}` });
const gone = (n: number, text = "gone"): DiffLine => ({ a: n, b: null, text });
const come = (n: number, text = "come"): DiffLine => ({ a: null, b: n, text });

test("what an address names is read, and what is none is not", () => {
  assert.deepEqual(readReference("run:3f0c-1"), { kind: "run", id: "3f0c-1" });
  assert.deepEqual(readReference("cell:5b1c/12"), { kind: "cell", experiment: "5b1c", number: 12 });
  for (const text of [null, "", "run:", "run:a b", "cell:5b1c", "cell:5b1c/x", "cell:5b1c/-1", "walk:1"]) {
    assert.equal(readReference(text), null, String(text));
  }
  assert.deepEqual(readCompareUrl("?a=run%3A1&b=cell:2/3"), { a: "run:1", b: "cell:2/3" });
  assert.deepEqual(readCompareUrl("?a=nothing"), { a: null, b: null });
});

test("an address that is written is read again", () => {
  const url = { a: runReference("3f0c"), b: cellReference("5b1c", 3) };
  assert.equal(compareAddress(url), "/compare?a=run:3f0c&b=cell:5b1c/3");
  assert.deepEqual(readCompareUrl(compareAddress(url).slice("/compare".length)), url);
  assert.equal(compareAddress({ a: null, b: url.a }), "/compare?b=run:3f0c");
  assert.equal(compareAddress({ a: null, b: null }), "/compare");
  assert.deepEqual(
    [runReference("1"), cellReference("2", 0)].map((text) => pageOf(readReference(text)!)),
    ["/runs/1", "/experiments/2"],
  );
});

test("of two that are chosen in any order, the one with the lower rank is the base", () => {
  const rank = (reference: string): number => ["x", "y"].indexOf(reference);
  assert.deepEqual(sidesOf(["y", "x"], rank), { a: "x", b: "y" });
  assert.deepEqual(sidesOf(["y", "elsewhere"], rank), { a: "elsewhere", b: "y" });
  assert.deepEqual([0, 1, 2].map((chosen) => choiceWords(chosen, "run")), [
    "Choose two runs to compare them.",
    "One run chosen; choose another to compare it with.",
    "Two runs chosen.",
  ]);
});

test("a line that changed stands beside what it was, and more lines on one side stand alone", () => {
  const rows = pair([same(1), gone(2), come(2), come(3), same(3)]);
  assert.deepEqual(
    rows.map(({ a, b }) => [a?.text ?? null, b?.text ?? null]),
    [
      ["same 1", "same 1"],
      ["gone", "come"],
      [null, "come"],
      ["same 3", "same 3"],
    ],
  );
});

test("in one column what was removed stands before what was added", () => {
  const rows = stack([gone(1), come(1)]);
  assert.deepEqual(rows.map(({ a, b }) => [a?.text ?? null, b?.text ?? null]), [["gone", null], [null, "come"]]);
});

test("what is the same far from a change is folded, with three lines around each change", () => {
  const lines = [...Array.from({ length: 10 }, (_, i) => same(i + 1)), gone(11), ...Array.from({ length: 8 }, (_, i) => same(i + 20)), come(30), same(31)];
  assert.deepEqual(
    fold(pair(lines)).map(({ folded, rows }) => [folded, rows.length]),
    [
      [true, 7],
      [false, 4 + 3],
      [true, 2],
      [false, 3 + 1 + 1],
    ],
  );
});

test("a fold is not made for a single line, and no line is lost", () => {
  const lines = [gone(1), ...Array.from({ length: 7 }, (_, i) => same(i + 2)), come(10)];
  const stretches = fold(pair(lines));
  assert.deepEqual(stretches.map(({ folded, rows }) => [folded, rows.length]), [[false, 9]]);
});

test("the part of a line that differs is found", () => {
  assert.deepEqual(differing("work(100);", "work(2000);"), { start: 5, endA: 6, endB: 7 });
  assert.deepEqual(differing("same", "same"), { start: 4, endA: 4, endB: 4 });
  assert.deepEqual(differing("aa", "aaa"), { start: 2, endA: 2, endB: 3 });
});

test("sides are called by what they are, with their settings and where they stand", () => {
  assert.deepEqual([runs.a, cells.b].map(sideName), ["Run 3f0c1d5e", "Cell 3 of experiment 5b1c7a90"]);
  assert.equal(sideSettings(cells.b), "fixed, parallelism 4, 4 cores, size 1000000");
  assert.deepEqual([runs.a, runs.b, cells.b].map((side) => sideState(side).title), ["OK", "Time limit", "too noisy"]);
});

test("a single time is called one, a median has its interval, and what was not measured says so", () => {
  const [wall, cpu] = runs.timings;
  assert.equal(timeCell(wall?.a ?? null), "213 ms, one time");
  assert.equal(timeCell(cpu?.b ?? null), "not measured");
  assert.equal(timeCell(cells.timings[0]?.b ?? null), "100 ms (94 ms to 111 ms), 7 times");
});

test("runs are advised to be measured, cells that compare need no advice", () => {
  assert.match(advice(runs), /An experiment repeats it/);
  assert.deepEqual(toMeasure(runs).map(({ words }) => words), ["Measure A…", "Measure B…"]);
  const sameSource = { ...runs, files: runs.files.filter(({ change }) => change === "SAME") };
  assert.deepEqual(toMeasure(sameSource), [{ words: "Measure this program…", run: "a17b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d" }]);
  assert.equal(advice(cells), "");
  assert.deepEqual(toMeasure(cells), []);
});

test("a difference between cells that are too noisy is not shown as a plain one", () => {
  assert.equal(verdictTone(cells), "limit");
  assert.equal(verdictTone({ ...cells, cautions: [] }), "good");
  assert.equal(verdictTone(runs), "empty");
});

test("settings are named as in the form, with their units", () => {
  assert.deepEqual(runs.settings.map(settingName), ["Executor", "Cores", "Argument 1"]);
  assert.equal(settingValue("limits.wallMillis", "1500"), "1.5 s");
  assert.equal(settingValue("limits.heapMiB", "256"), "256 MiB");
  assert.equal(settingValue("web.bytes", "2048"), "2 KiB");
  assert.equal(settingValue("args[0]", null), "none");
  assert.match(settingValue("stdin", "x".repeat(1000)), /^x{200}… \(1,000 characters\)$/);
});

test("files are told by what happened to them", () => {
  assert.deepEqual(runs.files.map(fileWords), ["1 line of A, 2 lines of B differ", "the same in both", "only in B"]);
});
