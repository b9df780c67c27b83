import assert from "node:assert/strict";
import test from "node:test";
import { FIRST_DRAFT, NO_SETTINGS } from "../app/editor/draft";
import { applyEvents } from "../app/experiment/apply-events";
import {
  align,
  efficiencyLines,
  groupsOf,
  hasCurves,
  lawLines,
  speedUpLines,
  timeLines,
} from "../app/experiment/chart-lines";
import { expectation, rough } from "../app/experiment/expectation";
import {
  checkExperiment,
  experimentFieldOf,
  formOfDraft,
  formOfRequest,
  formOfSample,
  type ExperimentForm,
} from "../app/experiment/form";
import { fitWords, modelWords } from "../app/experiment/law-list";
import { rows } from "../app/experiment/line-table";
import { digits, experimentWords, newsOf, standing } from "../app/experiment/words";
import { readExperimentPath } from "../app/url-state";
import { readExperiment } from "../app/wire/experiment";
import { readExperimentEvents } from "../app/wire/experiment-event";
import { readRunList } from "../app/wire/run";
import { readSamples } from "../app/wire/sample";
import { readSettings } from "../app/wire/settings";
import { fixture, fixtureText } from "./fixture";

const allowed = readSettings(fixture("settings.json"), "");
const finished = readExperiment(fixture("experiment-finished.json"), "");
const queued = readExperiment(fixture("experiment-queued.json"), "");
const form = (change: Partial<ExperimentForm> = {}): ExperimentForm => ({
  ...formOfDraft(FIRST_DRAFT, allowed),
  ...change,
});
const check = (change: Partial<ExperimentForm> = {}) => checkExperiment(form(change), FIRST_DRAFT, allowed);

test("a draft is first measured on one core and on more, with as many threads as cores", () => {
  const { request, faults, cells, runs } = check();
  assert.equal(faults.size, 0);
  assert.deepEqual(request.matrix, { executors: ["fixed"], cores: [1, 2] });
  assert.deepEqual([cells, runs], [2, 16]);
});

test("the matrix replaces what the draft sets of it; all else of the draft is kept", () => {
  const settings = { ...NO_SETTINGS, isolation: "pool", executor: { kind: "virtual", parallelism: 9 } as const, cores: 2, args: ["a"] };
  const { request } = checkExperiment(form({ executors: ["process"] }), { ...FIRST_DRAFT, settings }, allowed);
  assert.deepEqual(request.run, { files: FIRST_DRAFT.files, args: ["a"] });
  assert.deepEqual(formOfDraft({ ...FIRST_DRAFT, settings }, allowed).executors, ["virtual"]);
});

test("a sample brings what it is made to vary, on as many cores as there are", () => {
  const [measured, plain] = readSamples(fixture("samples.json"), "");
  assert.deepEqual(formOfSample(measured!, allowed), {
    ...form(),
    executors: ["fixed", "virtual"],
    parallelism: "1, 2",
    cores: "1, 2",
  });
  assert.deepEqual(formOfSample(plain!, allowed), form());
});

test("lists take commas and spaces, and become axes where they are not empty", () => {
  const { request } = check({ parallelism: "1, 2 4", sizes: "1000;2000", repeats: "3", warmUp: "0" });
  assert.deepEqual(request.matrix, { executors: ["fixed"], cores: [1, 2], parallelism: [1, 2, 4], sizes: [1000, 2000] });
  assert.deepEqual([request.repeats, request.warmUp], [3, 0]);
});

test("executors with one worker are one cell, whatever the parallelism", () => {
  assert.equal(check({ executors: ["single", "fixed"], cores: "1", parallelism: "1, 2, 4" }).cells, 4);
});

test("what the server would refuse is said at its field", () => {
  const faults = (change: Partial<ExperimentForm>): string[] => [...check(change).faults.keys()];
  assert.deepEqual(faults({ executors: [] }), ["executors"]);
  assert.deepEqual(faults({ cores: "" }), ["cores"]);
  assert.deepEqual(faults({ cores: "1, 3" }), ["cores"]);
  assert.deepEqual(faults({ parallelism: "1, two" }), ["parallelism"]);
  assert.deepEqual(faults({ parallelism: "2, 2" }), ["parallelism"]);
  assert.deepEqual(faults({ sizes: "-1" }), ["sizes"]);
  assert.deepEqual(faults({ repeats: "31" }), ["repeats"]);
  assert.deepEqual(faults({ warmUp: "0.5" }), ["warmUp"]);
  assert.match(check({ parallelism: Array.from({ length: 40 }, (_, i) => i + 1).join() }).faults.get("executors") ?? "", /80 cells/);
});

test("a refusal of the server finds its field", () => {
  const fields = ["matrix.cores[1]", "matrix.executors", "repeats", "matrix", "run.files"].map(experimentFieldOf);
  assert.deepEqual(fields, ["cores", "executors", "repeats", null, null]);
});

test("an experiment is made again from its own request", () => {
  const { request, faults } = checkExperiment(formOfRequest(finished.request), FIRST_DRAFT, { ...allowed, cores: { default: 1, most: 8 } });
  assert.equal(faults.size, 0);
  // Isolation has one value that can be timed, which is the default.
  assert.deepEqual({ ...request.matrix, isolation: ["process"] }, finished.request.matrix);
});

test("what an experiment will do is said with the last run as the guess of its length", () => {
  const last = readRunList(fixture("run-list.json"), "").find((each) => each.timings !== null) ?? null;
  assert.match(expectation(2, 16, last, allowed.experiment), /^16 runs of 2 cells, warm-up included\. About .+ your last run/);
  assert.match(expectation(1, 1, null, allowed.experiment), /^1 run of 1 cell, .+ depends on the program\. After 20 min/);
  assert.deepEqual([0.2e9, 45e9, 200e9].map(rough), ["a second", "45 s", "3 min"]);
});

test("events bring an experiment forward, and none counts twice", () => {
  const events = readExperimentEvents(fixtureText("experiment-events.json"));
  const first = applyEvents({ experiment: queued, lastSeq: 0 }, events);
  assert.equal(first.lastSeq, events.at(-1)?.seq);
  assert.strictEqual(applyEvents(first, events), first);
  const measured = events.find((event) => event.type === "measured");
  assert.ok(measured);
  const after = applyEvents({ experiment: queued, lastSeq: measured.seq - 1 }, [measured]);
  assert.deepEqual(after.experiment.progress, measured.data.progress);
  const changed = events.find((event) => event.type === "cell");
  assert.ok(changed);
  const { cell } = changed.data;
  assert.deepEqual(applyEvents({ experiment: finished, lastSeq: changed.seq - 1 }, [changed]).experiment.cells[cell.number], cell);
});

test("series that differ in the executor alone share their charts", () => {
  const [series] = finished.series;
  assert.ok(series);
  const groups = groupsOf([series, { ...series, executor: "virtual" }, { ...series, size: 5 }]);
  assert.deepEqual(groups.map((group) => group.series.map((each) => each.executor)), [["fixed", "virtual"], ["fixed"]]);
  assert.equal(groups[0]?.title, "Over parallelism, with size 200,000,000");
});

test("lines have the measured values and their intervals", () => {
  const [group] = groupsOf(finished.series);
  assert.ok(group);
  assert.deepEqual(timeLines(group)[0]?.points[1], { x: 2, y: 433.874337, low: 428.667845, high: 439.080829 });
  assert.deepEqual(speedUpLines(group)[0]?.points[1], { x: 2, y: 1.8439, low: 1.807, high: 1.8807 });
  assert.deepEqual(efficiencyLines(group)[0]?.points[1], { x: 2, y: 0.9219, low: 0.9035, high: 0.9404 });
  assert.deepEqual(speedUpLines(group)[1]?.points.map(({ x, y }) => [x, y]), [[1, 1], [8, 8]]);
});

test("laws that were fitted and the model are lines, those that were not are words", () => {
  const [series] = finished.series;
  assert.ok(series?.model);
  assert.ok(hasCurves(series));
  assert.deepEqual(lawLines(series).map((line) => `${line.kind} ${line.label}`), [
    "measured fixed",
    "fit Amdahl",
    "fit Universal Scalability Law",
    "model model, not measured",
    "ideal linear",
  ]);
  assert.deepEqual(series.fits.map(fitWords).map((each) => each.slice(0, 24)), [
    "9 % of the work is seria",
    "Not fitted: it needs siz",
    "8 % of the time goes to ",
  ]);
  assert.match(modelWords(series.model), /not measured: the work is 816 ms, the span 66 ms, .+ 12\.4x/);
});

test("lines with different places share one axis, in the chart as in its table", () => {
  const point = (x: number, y: number) => ({ x, y, low: y - 1, high: y + 1 });
  const lines = [
    { label: "a", kind: "measured" as const, points: [point(4, 8), point(1, 2)] },
    { label: "b", kind: "model" as const, points: [{ x: 2, y: 0.0123, low: null, high: null }] },
  ];
  assert.deepEqual(align(lines), {
    xs: [1, 2, 4],
    columns: [
      { y: [2, null, 8], low: [1, null, 7], high: [3, null, 9] },
      { y: [null, 0.0123, null], low: [null, null, null], high: [null, null, null] },
    ],
  });
  assert.deepEqual(rows(lines), [["1", "2 (1 to 3)", "–"], ["2", "–", "0.012"], ["4", "8 (7 to 9)", "–"]]);
});

test("where an experiment stands is said in words", () => {
  assert.equal(standing({ ...queued, state: "QUEUED", queuePlace: 3 }), "Queued at place 3.");
  assert.equal(standing(finished), "Complete. 6 of 8 cells are done, 1 is too noisy, 1 failed.");
  assert.equal(experimentWords(readExperiment(fixture("experiment-cancelled.json"), "")).title, "cancelled");
  assert.deepEqual([0, 0.0011, 0.093, 1.8439, 163.2].map(digits), ["0", "0.0011", "0.093", "1.84", "163"]);
});

test("only the outcome of a cell is read out", () => {
  const [changed] = readExperimentEvents(fixtureText("experiment-events.json")).filter((event) => event.type === "cell");
  assert.ok(changed);
  const noisy = finished.cells[5];
  const running = { ...changed, data: { cell: { ...changed.data.cell, state: "RUNNING" as const } } };
  assert.ok(noisy);
  assert.equal(newsOf([running]), null);
  assert.equal(newsOf([{ ...changed, data: { cell: noisy } }, running]), "Cell 5, fixed, parallelism 6, 6 cores, size 200000000: too noisy.");
});

test("the path names an experiment", () => {
  const paths = ["/experiments/5b1c-7", "/experiments/a/b", "/runs/5b1c", "/experiments"].map(readExperimentPath);
  assert.deepEqual(paths, ["5b1c-7", null, null, null]);
});
