import { flag, list, member, number, object, oneOf, orElse, orNull, text, type Read } from "./read";

/** Mirrors `threadmill.runner.timeline.Lane.Kind`, in lower case. */
export const LANE_KINDS = ["thread", "virtual", "carrier", "core", "gc", "vm"] as const;
export type LaneKind = (typeof LANE_KINDS)[number];

/** Mirrors `threadmill.runner.timeline.Slice.State`; the order is that of the legend. */
export const SLICE_STATES = [
  "RUNNING",
  "RUNNABLE",
  "BLOCKED",
  "WAITING",
  "PARKED",
  "SLEEPING",
  "IO",
  "PINNED",
  "GC",
  "OFF_CPU",
] as const;
export type SliceState = (typeof SLICE_STATES)[number];

export interface SliceDetail {
  /** The lock that is waited for, such as `java.lang.Object@1b`. */
  readonly lock: string | null;
  /** Lane of the thread that holds the lock; on a core lane, of the thread that ran. */
  readonly owner: number | null;
  /** What it worked on; on a core lane, the name of the thread that ran. */
  readonly task: string | null;
  /** The method that waits, such as `java.util.concurrent.CountDownLatch.await`, or a place such as `Main.java:12`. */
  readonly at: string | null;
  /** Whether the wait has a deadline. */
  readonly timed: boolean | null;
}

/** One lane set another free. */
export interface Link {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly why: string;
}

/** A stretch of time in one state; nanoseconds since `main` was released, may be negative. */
export interface Slice {
  readonly from: number;
  readonly to: number;
  readonly state: SliceState;
  readonly core: number | null;
  readonly detail: SliceDetail | null;
}

export interface LaneInfo {
  readonly id: number;
  readonly kind: LaneKind;
  readonly pid: number;
  readonly name: string;
}

export interface Lane extends LaneInfo {
  readonly slices: readonly Slice[];
}

/** `perf`: every context switch, recorded by the kernel. `proc`: samples of `/proc`. */
export type TimelineSource = "perf" | "proc";

/** `GET /api/v1/runs/{id}/timeline` */
export interface Timeline {
  readonly startedAt: string | null;
  readonly endNanos: number;
  readonly lanes: readonly Lane[];
  readonly marks: readonly Mark[];
  readonly links: readonly Link[];
  readonly source: TimelineSource;
  readonly droppedSlices: number;
}

/** A slice on its way to a viewer. The same (lane, from) again means that the slice grew. */
export interface LiveSlice extends Slice {
  readonly lane: number;
}

/** A moment that the program marked with `Lab.phase`. */
export interface Mark {
  readonly at: number;
  readonly name: string;
}

/** Data of a `timeline` event: what came since the last one, thinned for live viewing. */
export interface TimelinePart {
  readonly lanes: readonly LaneInfo[];
  readonly slices: readonly LiveSlice[];
  readonly marks: readonly Mark[];
  readonly mergedSlices: number;
}

const readMark: Read<Mark> = (value, at) => {
  const from = object(value, at);
  return { at: member(from, "at", number, at), name: member(from, "name", text, at) };
};

const readDetail: Read<SliceDetail> = (value, at) => {
  const from = object(value, at);
  return {
    lock: member(from, "lock", orNull(text), at),
    owner: member(from, "owner", orNull(number), at),
    task: member(from, "task", orNull(text), at),
    at: member(from, "at", orNull(text), at),
    timed: member(from, "timed", orNull(flag), at),
  };
};

export const readSlice: Read<Slice> = (value, at) => {
  const from = object(value, at);
  return {
    from: member(from, "from", number, at),
    to: member(from, "to", number, at),
    state: member(from, "state", oneOf(SLICE_STATES), at),
    core: member(from, "core", orNull(number), at),
    detail: member(from, "detail", orNull(readDetail), at),
  };
};

const readLaneInfo: Read<LaneInfo> = (value, at) => {
  const from = object(value, at);
  return {
    id: member(from, "id", number, at),
    kind: member(from, "kind", oneOf(LANE_KINDS), at),
    pid: member(from, "pid", orElse(number, 0), at),
    name: member(from, "name", text, at),
  };
};

const readLane: Read<Lane> = (value, at) => ({
  ...readLaneInfo(value, at),
  slices: member(object(value, at), "slices", orElse(list(readSlice), []), at),
});

export const readTimeline: Read<Timeline> = (value, at) => {
  const from = object(value, at);
  return {
    startedAt: member(from, "startedAt", orNull(text), at),
    endNanos: member(from, "endNanos", number, at),
    lanes: member(from, "lanes", list(readLane), at),
    marks: member(from, "marks", orElse(list(readMark), []), at),
    links: member(
      from,
      "links",
      orElse(
        list((each, where) => {
          const link = object(each, where);
          return {
            at: member(link, "at", number, where),
            from: member(link, "from", number, where),
            to: member(link, "to", number, where),
            why: member(link, "why", text, where),
          };
        }),
        [],
      ),
      at,
    ),
    source: member(from, "source", oneOf(["perf", "proc"] as const), at),
    droppedSlices: member(from, "droppedSlices", orElse(number, 0), at),
  };
};

export const readTimelinePart: Read<TimelinePart> = (value, at) => {
  const from = object(value, at);
  return {
    lanes: member(from, "lanes", orElse(list(readLaneInfo), []), at),
    slices: member(
      from,
      "slices",
      orElse(
        list((each, where) => ({
          ...readSlice(each, where),
          lane: member(object(each, where), "lane", number, where),
        })),
        [],
      ),
      at,
    ),
    marks: member(from, "marks", orElse(list(readMark), []), at),
    mergedSlices: member(from, "mergedSlices", orElse(number, 0), at),
  };
};
