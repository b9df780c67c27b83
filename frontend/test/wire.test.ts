import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import test from "node:test";
import { readComparison } from "../app/wire/comparison";
import { readEvents } from "../app/wire/event";
import { readExperiment, readExperimentList, readResults } from "../app/wire/experiment";
import { readExperimentEvents } from "../app/wire/experiment-event";
import { readProblem } from "../app/wire/problem";
import { WireError } from "../app/wire/read";
import { readOutput, readRun, readRunList } from "../app/wire/run";
import { readSamples } from "../app/wire/sample";
import { readSettings } from "../app/wire/settings";
import { readTimeline } from "../app/wire/timeline";
import { fixture, fixtureText } from "./fixture";

const READERS: readonly [RegExp, (name: string) => unknown][] = [
  [/^comparison-.*\.json$/, (name) => readComparison(fixture(name), "")],
  [/^experiment-list\.json$/, (name) => readExperimentList(fixture(name), "")],
  [/^experiment-results\.json$/, (name) => readResults(fixture(name), "")],
  [/^experiment-events\.json$/, (name) => readExperimentEvents(fixtureText(name))],
  [/^experiment-.*\.json$/, (name) => readExperiment(fixture(name), "")],
  [/^run-list\.json$/, (name) => readRunList(fixture(name), "")],
  [/^run-.*\.json$/, (name) => readRun(fixture(name), "")],
  [/^events-.*\.json$/, (name) => readEvents(fixtureText(name))],
  [/^timeline.*\.json$/, (name) => readTimeline(fixture(name), "")],
  [/^problem-.*\.json$/, (name) => readProblem(fixture(name), "")],
  [/^settings\.json$/, (name) => readSettings(fixture(name), "")],
  [/^samples\.json$/, (name) => readSamples(fixture(name), "")],
  [/^output\.json$/, (name) => readOutput(fixture(name), "")],
];

for (const name of readdirSync("test/fixtures")) {
  test(`${name} is read`, () => {
    const reader = READERS.find(([pattern]) => pattern.test(name));
    assert.ok(reader, `no reader for ${name}`);
    assert.ok(reader[1](name));
  });
}

test("a finished run has verdict, timings and what it was asked for", () => {
  const run = readRun(fixture("run-finished.json"), "");
  assert.equal(run.verdict, "OK");
  assert.equal(run.timings?.wallNanos, 212_600_000);
  assert.equal(run.request?.files[0]?.path, "Main.java");
  assert.equal(run.request?.executor?.kind, "fixed");
});

test("severities are read in either case", () => {
  const run = { ...(fixture("run-compile-error.json") as Record<string, unknown>) };
  run["diagnostics"] = [{ path: "Main.java", line: 1, column: 1, severity: "ERROR", message: "no" }];
  assert.equal(readRun(run, "").diagnostics[0]?.severity, "error");
});

test("an error names the place", () => {
  const timeline = fixture("timeline.json") as { lanes: { slices: { state: unknown }[] }[] };
  timeline.lanes[1]!.slices[2]!.state = "DANCING";
  assert.throws(() => readTimeline(timeline, ""), (error) => error instanceof WireError && /lanes\[1\]\.slices\[2\]\.state/.test(error.message));
});

test("an event of an unknown type is skipped", () => {
  const unknown = { seq: 1, attempt: 1, atNanos: 0, type: "weather", data: {} };
  const known = { seq: 2, attempt: 1, atNanos: 0, type: "stdout", data: { text: "hi" } };
  assert.deepEqual(readEvents(JSON.stringify([unknown, known])).map((event) => event.type), ["stdout"]);
});

test("a finished experiment has cells, fits and the machine that measured", () => {
  const experiment = readExperiment(fixture("experiment-finished.json"), "");
  assert.deepEqual(
    experiment.cells.map((cell) => cell.state),
    ["DONE", "DONE", "DONE", "DONE", "DONE", "TOO_NOISY", "DONE", "FAILED"],
  );
  assert.equal(experiment.series[0]?.fits.find((fit) => fit.law === "usl")?.peak, 28.9);
  assert.equal(experiment.series[0]?.points[0]?.karpFlatt, null);
  assert.equal(experiment.cells[7]?.failure?.verdict, "TIME_LIMIT");
  assert.equal(experiment.machines[0]?.governor, "performance");
});

test("an experiment that was measured again goes on after its end", () => {
  const types = readExperimentEvents(fixtureText("experiment-events.json")).map((event) => event.type);
  assert.deepEqual(types.slice(-2), ["ended", "state"]);
});
