import type { Link } from "../wire/timeline";
import type { TimelineData } from "./timeline-data";

/** Who ended a slice of a lane, and whom that lane set free while it was in the slice. */
export interface SliceLinks {
  readonly into: Link | null;
  readonly out: readonly Link[];
}

const MOST_OUT = 50;

export const NO_LINKS: SliceLinks = { into: null, out: [] };

/** The links of a slice. A wait ends with its link, to the nanosecond. */
export function linksOf(data: TimelineData, lane: number, from: number, to: number): SliceLinks {
  const { links } = data;
  let low = 0;
  let high = links.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((links[middle]?.at ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  let into: Link | null = null;
  const out: Link[] = [];
  for (let i = low; i < links.length; i++) {
    const link = links[i];
    if (!link || link.at > to) break;
    if (link.to === lane && link.at === to) into = link;
    if (link.from === lane && out.length < MOST_OUT) out.push(link);
  }
  return { into, out };
}

const WHY: Record<string, string> = {
  unlock: "which gave the lock free",
  notify: "which notified it",
  unpark: "which unparked it",
  join: "which ended",
};

/** Says who set a lane free. */
export function freedBy(data: TimelineData, link: Link): string {
  return `Unblocked by ${data.lane(link.from)?.info.name ?? "a thread"}, ${WHY[link.why] ?? link.why}`;
}
