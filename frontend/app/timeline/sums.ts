import { SLICE_STATES, type SliceState } from "../wire/timeline";
import type { LaneData } from "./lane-data";

/** What one lane did within a stretch of time. */
export interface LaneSum {
  readonly lane: LaneData;
  /** Nanoseconds by state; states without time are left out. */
  readonly nanos: ReadonlyMap<SliceState, number>;
  readonly total: number;
  readonly slices: number;
}

/** Sums a lane's slices from `from` to `to`; a slice on the edge counts with the part inside. */
export function sumLane(lane: LaneData, from: number, to: number): LaneSum {
  const sums = new Float64Array(SLICE_STATES.length);
  let slices = 0;
  let total = 0;
  for (let i = lane.firstEndingAfter(from); i < lane.length; i++) {
    const start = lane.from[i] ?? 0;
    if (start >= to) break;
    const length = Math.min(to, lane.to[i] ?? 0) - Math.max(from, start);
    const state = lane.state[i] ?? 0;
    sums[state] = (sums[state] ?? 0) + length;
    total += length;
    slices += 1;
  }
  const nanos = new Map<SliceState, number>();
  SLICE_STATES.forEach((state, i) => {
    const sum = sums[i] ?? 0;
    if (sum > 0) nanos.set(state, sum);
  });
  return { lane, nanos, total, slices };
}

/** Adds up several lanes by state, in the order of the legend. */
export function sumStates(sums: readonly LaneSum[]): Map<SliceState, { nanos: number; lanes: number }> {
  const result = new Map<SliceState, { nanos: number; lanes: number }>();
  for (const state of SLICE_STATES) {
    let nanos = 0;
    let lanes = 0;
    for (const sum of sums) {
      const part = sum.nanos.get(state);
      if (part === undefined) continue;
      nanos += part;
      lanes += 1;
    }
    if (lanes > 0) result.set(state, { nanos, lanes });
  }
  return result;
}
