import type { LaneKind } from "../wire/timeline";
import type { LaneData } from "./lane-data";
import type { TimelineData } from "./timeline-data";

/** Which lanes are shown. */
export interface LaneChoice {
  readonly by: "threads" | "cores";
  /** Whether the JVM's own threads are shown beside the program's. */
  readonly jvm: boolean;
}

const RANK: Record<LaneKind, number> = { core: 0, thread: 1, carrier: 2, virtual: 3, gc: 4, vm: 5 };

export const isJvmLane = (lane: LaneData): boolean =>
  lane.info.kind === "gc" || lane.info.kind === "vm";

/** The lanes to show, from top to bottom: `main` first, then by kind and in order of birth. */
export function visibleLanes(data: TimelineData, choice: LaneChoice): LaneData[] {
  const wanted = (lane: LaneData): boolean =>
    choice.by === "cores"
      ? lane.info.kind === "core"
      : lane.info.kind !== "core" && (choice.jvm || !isJvmLane(lane));
  return [...data.lanes].filter(wanted).sort((a, b) => {
    const rank = RANK[a.info.kind] - RANK[b.info.kind];
    if (rank !== 0) return rank;
    const process = a.info.pid - b.info.pid;
    return process !== 0 ? process : a.info.id - b.info.id;
  });
}

/** How many lanes the JVM toggle hides. */
export function jvmLaneCount(data: TimelineData): number {
  let count = 0;
  for (const lane of data.lanes) if (isJvmLane(lane)) count += 1;
  return count;
}
