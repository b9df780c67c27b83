import type { LaneData } from "./lane-data";

/** Tells on a core lane which thread ran, as a number that picks its colour and pattern. */
export class ThreadFills {
  readonly #numbers = new Map<string, number>();

  /** The thread that ran in slice `i` of a core lane, as its name, or by its lane where unnamed. */
  static whoRan(lane: LaneData, i: number): string {
    const detail = lane.detail(i);
    return detail?.task ?? (detail?.owner == null ? "?" : `lane ${detail.owner}`);
  }

  /** Threads are numbered in the order in which they are first asked for. */
  number(who: string): number {
    let known = this.#numbers.get(who);
    if (known === undefined) this.#numbers.set(who, (known = this.#numbers.size));
    return known;
  }

  get known(): ReadonlyMap<string, number> {
    return this.#numbers;
  }
}
