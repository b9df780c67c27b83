import type { LaneInfo, Link, Timeline, TimelinePart, TimelineSource } from "../wire/timeline";
import { LaneData } from "./lane-data";

/** What is known of a run's timeline: it grows while the run is live, and is whole afterwards. */
export class TimelineData {
  readonly #lanes = new Map<number, LaneData>();
  /** The latest time that is known; the program's end once it is whole. */
  endNanos = 0;
  startNanos = 0;
  source: TimelineSource | null = null;
  droppedSlices = 0;
  /** Slices that live viewing merged into others. */
  mergedSlices = 0;
  marks: Timeline["marks"] = [];
  /** In order of time. */
  links: readonly Link[] = [];
  /** Whether this is all of it, not the thinned live view. */
  whole = false;
  /** Grows with every change. */
  version = 0;

  static of(timeline: Timeline): TimelineData {
    const data = new TimelineData();
    for (const lane of timeline.lanes) {
      const into = data.#lane(lane);
      for (const slice of lane.slices) into.put(slice);
    }
    data.#span();
    data.endNanos = Math.max(data.endNanos, timeline.endNanos);
    data.source = timeline.source;
    data.droppedSlices = timeline.droppedSlices;
    data.marks = timeline.marks;
    data.links = [...timeline.links].sort((a, b) => a.at - b.at);
    data.whole = true;
    return data;
  }

  /** Takes in a live part; the same part twice changes nothing but the count of merged slices. */
  grow(part: TimelinePart): void {
    for (const info of part.lanes) this.#lane(info).info = info;
    for (const slice of part.slices) {
      const lane = this.#lanes.get(slice.lane);
      if (!lane) continue; // Its lane was announced before this page listened; the whole comes later.
      lane.put(slice);
      this.endNanos = Math.max(this.endNanos, slice.to);
      this.startNanos = Math.min(this.startNanos, slice.from);
    }
    const known = new Set(this.marks.map((mark) => `${mark.at} ${mark.name}`));
    const news = part.marks.filter((mark) => !known.has(`${mark.at} ${mark.name}`));
    if (news.length > 0) this.marks = [...this.marks, ...news];
    this.mergedSlices += part.mergedSlices;
    this.version += 1;
  }

  get lanes(): Iterable<LaneData> {
    return this.#lanes.values();
  }

  lane(id: number): LaneData | undefined {
    return this.#lanes.get(id);
  }

  get isEmpty(): boolean {
    return this.#lanes.size === 0;
  }

  get sliceCount(): number {
    let sum = 0;
    for (const lane of this.#lanes.values()) sum += lane.length;
    return sum;
  }

  #lane(info: LaneInfo): LaneData {
    let lane = this.#lanes.get(info.id);
    if (!lane) this.#lanes.set(info.id, (lane = new LaneData(info)));
    return lane;
  }

  #span(): void {
    for (const lane of this.#lanes.values()) {
      if (lane.length === 0) continue;
      this.startNanos = Math.min(this.startNanos, lane.from[0] ?? 0);
      this.endNanos = Math.max(this.endNanos, lane.to[lane.length - 1] ?? 0);
    }
  }
}
