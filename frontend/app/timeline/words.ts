import type { Slice, SliceState } from "../wire/timeline";
import { duration, percent } from "../base/format";
import type { LaneData } from "./lane-data";
import type { TimelineData } from "./timeline-data";

/** A state's short name, as in the legend. */
export const STATE_NAME: Record<SliceState, string> = {
  RUNNING: "Running",
  RUNNABLE: "Runnable",
  BLOCKED: "Blocked",
  WAITING: "Waiting",
  PARKED: "Parked",
  SLEEPING: "Sleeping",
  IO: "I/O",
  PINNED: "Pinned",
  GC: "GC pause",
  OFF_CPU: "Off core",
};

/** What a state means, in plain words. */
export const STATE_MEANING: Record<SliceState, string> = {
  RUNNING: "was on a core, doing work",
  RUNNABLE: "could work, but was waiting for a core",
  BLOCKED: "was waiting to enter a synchronized block or method",
  WAITING: "was in Object.wait, until another thread notifies it",
  PARKED: "was parked: waiting in a lock, queue or pool of java.util.concurrent, or for a join",
  SLEEPING: "was in Thread.sleep",
  IO: "was waiting for input or output",
  PINNED: "was a virtual thread that could not leave its carrier while it waited",
  GC: "was stopped while the garbage collector worked",
  OFF_CPU: "was off the cores; the recording does not tell why",
};

const JOIN = "java.lang.Thread.join";

/** Says in full what a lane did in a slice. */
export function explain(data: TimelineData, lane: LaneData, slice: Slice): string {
  const when = `${duration(slice.to - slice.from)}, from ${duration(slice.from)} to ${duration(slice.to)}`;
  if (lane.info.kind === "core") {
    const who = slice.detail?.task ?? nameOf(data, slice.detail?.owner ?? null) ?? "a thread of the program";
    return `${lane.info.name} ran ${who} for ${when}.`;
  }
  const parts = [`${lane.info.name} ${STATE_MEANING[slice.state]}`];
  if (slice.core !== null && slice.state === "RUNNING") parts.push(`on core ${slice.core}`);
  if (slice.detail?.lock) parts.push(`for ${slice.detail.lock}`);
  const owner = nameOf(data, slice.detail?.owner ?? null);
  if (owner) parts.push(slice.detail?.at === JOIN ? `until ${owner} ends` : `held by ${owner}`);
  if (slice.detail?.timed && slice.state !== "SLEEPING") parts.push("with a deadline");
  if (slice.detail?.at) parts.push(`in ${slice.detail.at}`);
  if (slice.detail?.task) parts.push(`working on ${slice.detail.task}`);
  return `${parts.join(", ")}: ${when}.`;
}

const nameOf = (data: TimelineData, lane: number | null): string | null =>
  lane === null ? null : (data.lane(lane)?.info.name ?? null);

/** Above this rate of switches what recording took is told with the run. */
const QUIET_SWITCHES = 2_000;

/** What recording took of this very run, where it is worth telling. */
function recordingCost(data: TimelineData): string | null {
  const seconds = data.endNanos / 1e9;
  if (!data.whole || data.source !== "perf" || seconds <= 0) return null;
  let switches = data.droppedSlices / 2;
  let watching = 0;
  for (const lane of data.lanes) {
    if (lane.info.kind === "core") continue;
    for (let i = 0; i < lane.length; i++) {
      if (lane.state[i] !== 0) continue;
      switches += 1;
      if (lane.info.name === "threadmill-watch") watching += (lane.to[i] ?? 0) - (lane.from[i] ?? 0);
    }
  }
  if (switches / seconds < QUIET_SWITCHES) return null;
  return (
    `Many switches: ${Math.round(switches / seconds).toLocaleString("en-US")} a second; recording slows such a program. ` +
    `Sampling alone took ${percent(watching, data.endNanos)} of a core.`
  );
}

/** Says where the data came from, what is missing in it and how exact it is. */
export function provenance(data: TimelineData): string {
  const parts: string[] = [];
  if (data.source === "perf") parts.push("Every switch, from the kernel’s own record.");
  else if (data.source === "proc") {
    parts.push("Sampled from /proc: short stretches can be missing and edges are a few milliseconds off.");
  }
  const cost = recordingCost(data);
  if (cost) parts.push(cost);
  if (!data.whole) parts.push("Live view; all of it comes when the run ends.");
  if (data.droppedSlices > 0) parts.push(`${data.droppedSlices.toLocaleString("en-US")} slices were left out.`);
  if (!data.whole && data.mergedSlices > 0) {
    parts.push(`${data.mergedSlices.toLocaleString("en-US")} short slices merged.`);
  }
  return parts.join(" ");
}
