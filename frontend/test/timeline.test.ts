import assert from "node:assert/strict";
import test from "node:test";
import { ticks, niceStep } from "../app/timeline/axis";
import { LaneData } from "../app/timeline/lane-data";
import { visibleLanes } from "../app/timeline/lane-order";
import { placePhases } from "../app/timeline/phases";
import { freedBy, linksOf } from "../app/timeline/slice-links";
import { sumLane, sumStates } from "../app/timeline/sums";
import { thin } from "../app/timeline/thin";
import { TimelineData } from "../app/timeline/timeline-data";
import { pan, reveal, span, within, zoom } from "../app/timeline/viewport";
import { explain, provenance } from "../app/timeline/words";
import { readTimeline, SLICE_STATES, type Slice, type SliceState } from "../app/wire/timeline";
import { fixture } from "./fixture";

const slice = (from: number, to: number, state: SliceState = "RUNNING"): Slice => ({ from, to, state, core: null, detail: null });

function lane(...slices: Slice[]): LaneData {
  const data = new LaneData({ id: 1, kind: "thread", pid: 1, name: "main" });
  for (const each of slices) data.put(each);
  return data;
}

/** What is drawn, as text. */
function drawn(data: LaneData, from: number, perPixel: number, width: number): string[] {
  const out: string[] = [];
  thin(data, from, perPixel, width, {
    slice: (i, left, right) => out.push(`${data.at(i).state} ${left}-${right}`),
    column: (x, _width, shares) =>
      out.push(`${x}: ${[...shares].flatMap((share, i) => (share > 0 ? [`${SLICE_STATES[i]} ${share.toFixed(2)}`] : [])).join(" ")}`),
  });
  return out;
}

test("wide slices are drawn one by one and cut at the edges", () => {
  const data = lane(slice(0, 100), slice(100, 250, "BLOCKED"), slice(400, 500));
  assert.deepEqual(drawn(data, 50, 10, 30), ["RUNNING 0-5", "BLOCKED 5-20"]);
});

test("thin slices are summed by column and no state that took time vanishes", () => {
  const data = lane(slice(0, 40), slice(40, 50, "BLOCKED"), slice(50, 90, "RUNNABLE"), slice(100, 150));
  assert.deepEqual(drawn(data, 0, 100, 10), ["0: RUNNING 0.40 RUNNABLE 0.40 BLOCKED 0.10", "1: RUNNING 0.50"]);
});

test("a thin slice over two columns fills a part of each", () => {
  assert.deepEqual(drawn(lane(slice(80, 130)), 0, 100, 10), ["0: RUNNING 0.20", "1: RUNNING 0.30"]);
});

test("a hundred thousand slices become at most a column a pixel, with all of their time", () => {
  const data = new LaneData({ id: 1, kind: "thread", pid: 1, name: "busy" });
  for (let i = 0; i < 100_000; i++) data.put(slice(i * 10, i * 10 + 5 + (i % 5)));
  let columns = 0;
  let time = 0;
  thin(data, 0, 1000, 1000, {
    slice: () => assert.fail("nothing is as wide as a pixel"),
    column(_x, _width, shares) {
      columns += 1;
      time += shares.reduce((sum, share) => sum + share, 0) * 1000;
    },
  });
  assert.equal(columns, 1000);
  assert.ok(Math.abs(time - 700_000) < 1);
});

test("a slice that grew takes the place of the earlier one", () => {
  const data = lane(slice(0, 5), slice(5, 7, "BLOCKED"), slice(5, 30, "BLOCKED"));
  assert.equal(data.length, 2);
  assert.equal(data.at(1).to, 30);
});

test("a late slice finds its place and details move along", () => {
  const owner = { lock: "java.lang.Object@1b", owner: 2, task: null, at: "Main.java:3", timed: false };
  const data = lane(slice(0, 5), { ...slice(20, 30, "BLOCKED"), detail: owner }, slice(10, 15, "PARKED"));
  assert.deepEqual([0, 1, 2].map((i) => data.at(i).state), ["RUNNING", "PARKED", "BLOCKED"]);
  assert.equal(data.detail(1), null);
  assert.deepEqual(data.detail(2), owner);
});

test("a slice knows who ended it and whom it set free", () => {
  const data = TimelineData.of({
    startedAt: null,
    endNanos: 100,
    lanes: [
      { id: 1, kind: "thread", pid: 1, name: "holder", slices: [slice(0, 60)] },
      { id: 2, kind: "thread", pid: 1, name: "waiter", slices: [slice(0, 50, "BLOCKED"), slice(50, 60)] },
    ],
    marks: [],
    links: [{ at: 50, from: 1, to: 2, why: "unlock" }],
    source: "perf",
    droppedSlices: 0,
  });
  const { into } = linksOf(data, 2, 0, 50);
  assert.equal(into && freedBy(data, into), "Unblocked by holder, which gave the lock free");
  assert.equal(linksOf(data, 2, 50, 60).into, null);
  assert.equal(linksOf(data, 1, 0, 60).out.length, 1);
});

test("the slice at a time is found, and gaps are gaps", () => {
  const data = lane(slice(0, 10), slice(20, 30));
  assert.deepEqual([0, 9, 10, 19, 20, 30].map((time) => data.sliceAt(time)), [0, 0, -1, -1, 1, -1]);
});

test("sums count the part of a slice that is inside", () => {
  const sum = sumLane(lane(slice(0, 10), slice(10, 30, "BLOCKED"), slice(30, 40)), 5, 20);
  assert.deepEqual([...sum.nanos], [["RUNNING", 5], ["BLOCKED", 10]]);
  assert.equal(sum.slices, 2);
  assert.deepEqual([...sumStates([sum, sum])], [["RUNNING", { nanos: 10, lanes: 2 }], ["BLOCKED", { nanos: 20, lanes: 2 }]]);
});

test("steps are 1, 2 or 5 times a power of ten", () => {
  assert.deepEqual([0.1, 1, 1.5, 2, 3, 7, 99, 2e8, 2.1e8].map(niceStep), [1, 1, 2, 2, 5, 10, 100, 2e8, 5e8]);
});

test("ticks share a unit and stay apart", () => {
  assert.deepEqual(ticks(0, 1e9, 500, 100).map((tick) => tick.label), ["0", "0.2 s", "0.4 s", "0.6 s", "0.8 s", "1.0 s"]);
  assert.deepEqual(ticks(-2e6, 3e6, 500, 100).map((tick) => tick.label), ["-2 ms", "-1 ms", "0", "1 ms", "2 ms", "3 ms"]);
  const deep = ticks(5e9, 5e9 + 1000, 800, 90).map((tick) => tick.label);
  assert.equal(new Set(deep).size, deep.length, `labels are distinct: ${deep.join(", ")}`);
});

test("zooming keeps the time below the pointer and stays inside", () => {
  const all = { from: 0, to: 1000 };
  const near = zoom(all, 250, 0.5, all);
  assert.deepEqual(near, { from: 125, to: 625 });
  assert.deepEqual(zoom(near, 250, 100, all), all);
  assert.equal(span(zoom(all, 500, 1e-9, all)), 50);
});

test("panning stops at the ends and revealing moves no further than needed", () => {
  const all = { from: 0, to: 1000 };
  assert.deepEqual(pan({ from: 800, to: 1000 }, 0.5, all), { from: 800, to: 1000 });
  assert.deepEqual(pan({ from: 0, to: 200 }, 0.5, all), { from: 100, to: 300 });
  assert.deepEqual(reveal({ from: 0, to: 200 }, 100, all), { from: 0, to: 200 });
  assert.deepEqual(reveal({ from: 0, to: 200 }, 500, all), { from: 320, to: 520 });
  assert.deepEqual(within({ from: -50, to: 50 }, all), { from: 0, to: 100 });
});

test("JVM lanes are folded and cores apart", () => {
  const data = TimelineData.of(readTimeline(fixture("timeline.json"), ""));
  const names = (by: "threads" | "cores", jvm: boolean): string[] => visibleLanes(data, { by, jvm }).map((each) => each.info.name);
  assert.deepEqual(names("threads", false), ["main", "Task 1", "Task 2"]);
  assert.deepEqual(names("threads", true), ["main", "Task 1", "Task 2", "VM Thread", "C2 CompilerThread0"]);
  assert.deepEqual(names("cores", false), ["core 0"]);
});

test("a blocked slice is explained with its lock and its owner", () => {
  const data = TimelineData.of(readTimeline(fixture("timeline-deadlock.json"), ""));
  const left = data.lane(2);
  assert.ok(left);
  assert.equal(
    explain(data, left, left.at(3)),
    "left was waiting to enter a synchronized block or method, for java.lang.Object@1b2c3d, held by right: 1.01 s, from 52.6 ms to 1.06 s.",
  );
  assert.match(provenance(data), /Sampled from \/proc/);
});

test("thin slices can be told apart by something other than their state", () => {
  const data = lane(slice(0, 30), slice(30, 50), slice(50, 90));
  const columns: number[][] = [];
  const out = { slice: () => assert.fail("all are thin"), column: (_x: number, _width: number, shares: Float64Array) => columns.push([...shares]) };
  thin(data, 0, 100, 10, out, { count: 2, of: (i) => i % 2 });
  assert.deepEqual(columns.map((each) => each.map((share) => share.toFixed(1))), [["0.7", "0.2"]]);
});

test("a phase's label reaches to the next mark and is left out where there is no room", () => {
  const marks = [
    { at: 90, name: "last" },
    { at: 10, name: "first" },
    { at: 11, name: "close by" },
    { at: 500, name: "out of view" },
  ];

  const placed = placePhases(marks, 0, 100, 100, 1100);

  assert.deepEqual(
    placed.map((phase) => [phase.x, phase.label]),
    [
      [200, ""],
      [210, "close by"],
      [1000, "last"],
    ],
  );
});

test("a live phase that is told twice is one mark", () => {
  const data = new TimelineData();
  const part = { lanes: [], slices: [], marks: [{ at: 5, name: "load" }], mergedSlices: 0 };
  data.grow(part);
  data.grow(part);
  assert.deepEqual(data.marks, [{ at: 5, name: "load" }]);
});
