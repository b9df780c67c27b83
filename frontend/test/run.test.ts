import assert from "node:assert/strict";
import test from "node:test";
import { OutputLines } from "../app/console/lines";
import { waitBeforeTry } from "../app/run/backoff";
import { FollowedRun } from "../app/run/follow-run";
import type { TimelineData } from "../app/timeline/timeline-data";
import { readEvents, type RunEvent } from "../app/wire/event";
import { readRun } from "../app/wire/run";
import { fixture, fixtureText } from "./fixture";

function follow(): { run: FollowedRun; output: OutputLines; restarts: () => number; timeline: () => TimelineData | null } {
  const output = new OutputLines();
  let restarts = 0;
  let timeline: TimelineData | null = null;
  const run = new FollowedRun(readRun(fixture("run-queued.json"), ""), {
    restart() {
      restarts += 1;
      timeline = null;
      output.clear();
    },
    print: (stream, text) => output.append(stream, text),
    grow: (data) => (timeline = data),
  });
  return { run, output, restarts: () => restarts, timeline: () => timeline };
}

const events = (name: string): RunEvent[] => readEvents(fixtureText(name));

test("a full run ends with verdict, output in order and a live timeline", () => {
  const { run, output, timeline } = follow();
  run.take(events("events-full-run.json"));
  const view = run.view.get();
  assert.equal(view.state, "FINISHED");
  assert.equal(view.verdict, "OK");
  assert.equal(view.queuePlace, null);
  assert.equal(view.lastSeq, 12);
  assert.deepEqual(
    output.lines.map((line) => `${line.stream}: ${line.text}`),
    ["stdout: Task 1 is done", "stderr: WARNING: Task 2 was late", "stdout: Task 2 is done", "stdout: both are done"],
  );
  assert.deepEqual(timeline()?.lane(3)?.at(0), { from: 3e6, to: 7e6, state: "RUNNABLE", core: null, detail: null });
});

test("wherever the connection is cut, resuming gives the same output once", () => {
  const all = events("events-full-run.json");
  const uncut = follow();
  uncut.run.take(all);
  for (let cut = 0; cut <= all.length; cut++) {
    const resumed = follow();
    resumed.run.take(all.slice(0, cut));
    const { lastSeq } = resumed.run;
    resumed.run.take(all.filter((event) => event.seq > lastSeq));
    assert.deepEqual(resumed.run.view.get(), uncut.run.view.get());
    assert.equal(resumed.output.text(), uncut.output.text());
  }
});

test("events that come twice count once", () => {
  const all = events("events-full-run.json");
  const { run, output, timeline } = follow();
  run.take(all);
  const slices = timeline()?.sliceCount;
  run.take(all);
  assert.equal(output.text("stdout"), "Task 1 is done\nTask 2 is done\nboth are done\n");
  assert.equal(timeline()?.sliceCount, slices);
  assert.equal(run.view.get().verdict, "OK");
});

test("a new attempt drops the output of the one before", () => {
  const { run, output, restarts } = follow();
  run.take(events("events-second-attempt.json"));
  assert.equal(run.view.get().attempt, 2);
  assert.equal(output.text(), "from the second attempt\n");
  assert.equal(restarts(), 2);
});

test("a late event of a lost attempt changes nothing but the last number", () => {
  const { run, output } = follow();
  const all = events("events-second-attempt.json");
  run.take(all.slice(0, 7));
  const before = run.view.get();
  run.take([{ seq: 8, attempt: 1, atNanos: 0, type: "stdout", data: { text: "late\n" } }]);
  assert.deepEqual(run.view.get(), { ...before, lastSeq: 8 });
  assert.equal(output.text(), "from the second attempt\n");
});

test("findings that both the run and its events tell are listed once", () => {
  const run = new FollowedRun(readRun(fixture("run-compile-error.json"), ""), {
    restart: () => undefined,
    print: () => undefined,
    grow: () => undefined,
  });
  run.take(events("events-compile-error.json"));
  assert.equal(run.view.get().diagnostics.length, 2);
});

test("waits double up to 15 s and are spread by chance", () => {
  assert.deepEqual([1, 2, 3, 4].map((n) => waitBeforeTry(n, 0)), [500, 1000, 2000, 4000]);
  assert.equal(waitBeforeTry(50, 0), 15_000);
  assert.equal(waitBeforeTry(50, 1), 11_250);
});
