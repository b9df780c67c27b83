import { SLICE_STATES } from "../wire/timeline";
import type { LaneData } from "./lane-data";

/** Draws what {@link thin} makes of a lane. */
export interface ThinnedLane {
  /** A slice of at least a pixel: its place in the lane, and its left and right edge in pixels. */
  slice(index: number, left: number, right: number): void;
  /**
   * A column of pixels with slices too thin to draw one by one: what share of it each kind fills;
   * the sum is at most 1.
   */
  column(x: number, width: number, shares: Float64Array): void;
}

/** Which kind, from 0, a slice is of. */
export interface Kinds {
  readonly count: number;
  of(index: number): number;
}

/**
 * Turns a lane's slices on screen into as few things to draw as there are pixels: slices below a
 * pixel are summed by column and kind, so that nothing that took time vanishes.
 *
 * @param from time at pixel 0
 * @param perPixel nanoseconds a pixel
 * @param width pixels
 * @param kinds tells apart what is summed: by default a slice's state
 */
export function thin(
  lane: LaneData,
  from: number,
  perPixel: number,
  width: number,
  out: ThinnedLane,
  kinds: Kinds = { count: SLICE_STATES.length, of: (i) => lane.state[i] ?? 0 },
): void {
  const end = from + perPixel * width;
  const shares = new Float64Array(kinds.count);
  let column = -1;
  const flush = (): void => {
    if (column < 0) return;
    out.column(column, 1, shares);
    shares.fill(0);
    column = -1;
  };
  const addTo = (x: number, kind: number, share: number): void => {
    if (x !== column) flush();
    column = x;
    shares[kind] = (shares[kind] ?? 0) + share;
  };
  for (let i = lane.firstEndingAfter(from); i < lane.length; i++) {
    const start = lane.from[i] ?? 0;
    if (start >= end) break;
    const left = Math.max(0, (start - from) / perPixel);
    const right = Math.min(width, ((lane.to[i] ?? 0) - from) / perPixel);
    if (right - left >= 1) {
      flush();
      out.slice(i, left, right);
      continue;
    }
    const kind = kinds.of(i);
    const x = Math.floor(left);
    const next = x + 1;
    addTo(x, kind, Math.max(0, Math.min(right, next) - left));
    if (right > next) addTo(next, kind, right - next);
  }
  flush();
}
