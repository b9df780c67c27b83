import { SLICE_STATES, type LaneInfo, type Slice, type SliceDetail, type SliceState } from "../wire/timeline";

const STATE_CODE = Object.fromEntries(SLICE_STATES.map((state, i) => [state, i])) as Record<SliceState, number>;

/**
 * The slices of one lane in columns, in order of `from`: a hundred thousand of them are drawn at
 * every frame, which objects would make slow.
 */
export class LaneData {
  info: LaneInfo;
  length = 0;
  from = new Float64Array(16);
  to = new Float64Array(16);
  state = new Uint8Array(16);
  /** -1 where it was on no core. */
  core = new Int16Array(16);
  readonly #detail = new Map<number, SliceDetail>();

  constructor(info: LaneInfo) {
    this.info = info;
  }

  /** Adds a slice; one with the same `from` as an earlier one takes its place. */
  put(slice: Slice): void {
    const at = this.firstNotBefore(slice.from);
    if (at < this.length && this.from[at] === slice.from) this.#write(at, slice);
    else if (at === this.length) this.#append(slice);
    else this.#insert(at, slice);
  }

  /** A slice as an object. */
  at(i: number): Slice {
    const core = this.core[i] ?? -1;
    return {
      from: this.from[i] ?? 0,
      to: this.to[i] ?? 0,
      state: SLICE_STATES[this.state[i] ?? 0] ?? "OFF_CPU",
      core: core < 0 ? null : core,
      detail: this.#detail.get(i) ?? null,
    };
  }

  detail(i: number): SliceDetail | null {
    return this.#detail.get(i) ?? null;
  }

  /** Index of the first slice that starts at `time` or later; `length` if none does. */
  firstNotBefore(time: number): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.from[middle] ?? 0) < time) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Index of the first slice that ends after `time`; `length` if none does. */
  firstEndingAfter(time: number): number {
    const next = this.firstNotBefore(time);
    return next > 0 && (this.to[next - 1] ?? 0) > time ? next - 1 : next;
  }

  /** Index of the slice at `time`, or -1. */
  sliceAt(time: number): number {
    const i = this.firstEndingAfter(time);
    return i < this.length && (this.from[i] ?? 0) <= time ? i : -1;
  }

  #append(slice: Slice): void {
    if (this.length === this.from.length) this.#grow();
    this.length += 1;
    this.#write(this.length - 1, slice);
  }

  /** Late slices are rare: details move one by one. */
  #insert(at: number, slice: Slice): void {
    if (this.length === this.from.length) this.#grow();
    for (const column of [this.from, this.to, this.state, this.core]) {
      column.copyWithin(at + 1, at, this.length);
    }
    for (let i = this.length - 1; i >= at; i--) {
      const moved = this.#detail.get(i);
      if (moved) this.#detail.set(i + 1, moved);
      else this.#detail.delete(i + 1);
    }
    this.length += 1;
    this.#write(at, slice);
  }

  #write(i: number, slice: Slice): void {
    this.from[i] = slice.from;
    this.to[i] = slice.to;
    this.state[i] = STATE_CODE[slice.state];
    this.core[i] = slice.core ?? -1;
    if (slice.detail) this.#detail.set(i, slice.detail);
    else this.#detail.delete(i);
  }

  #grow(): void {
    const size = this.from.length * 2;
    const from = new Float64Array(size);
    const to = new Float64Array(size);
    const state = new Uint8Array(size);
    const core = new Int16Array(size);
    from.set(this.from);
    to.set(this.to);
    state.set(this.state);
    core.set(this.core);
    this.from = from;
    this.to = to;
    this.state = state;
    this.core = core;
  }
}
