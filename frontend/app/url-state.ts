/** What the address bar says: which run, and which part of its timeline. */
export interface UrlState {
  readonly runId: string | null;
  readonly view: TimelineUrl;
}

/** The part of a timeline that is shown. Times in nanoseconds since the release of `main`. */
export interface TimelineUrl {
  /** Null: all of it. */
  readonly zoom: { readonly from: number; readonly to: number } | null;
  readonly by: "threads" | "cores";
  /** Whether the JVM's own lanes are unfolded. */
  readonly jvm: boolean;
}

export const WHOLE_TIMELINE: TimelineUrl = { zoom: null, by: "threads", jvm: false };

const RUN_PATH = /^\/runs\/([A-Za-z0-9_-]{1,64})\/?$/;

const EXPERIMENT_PATH = /^\/experiments\/([A-Za-z0-9_-]{1,64})\/?$/;

/** The experiment that the path names, null for none. */
export const readExperimentPath = (pathname: string): string | null => EXPERIMENT_PATH.exec(pathname)?.[1] ?? null;

/** Reads path and hash; what it cannot read counts as not said. */
export function readUrl(pathname: string, hash: string): UrlState {
  const params = new URLSearchParams(hash.replace(/^#/, ""));
  const zoom = /^(-?\d{1,16})-(-?\d{1,16})$/.exec(params.get("t") ?? "");
  const from = Number(zoom?.[1]);
  const to = Number(zoom?.[2]);
  return {
    runId: RUN_PATH.exec(pathname)?.[1] ?? null,
    view: {
      zoom: zoom !== null && to > from ? { from, to } : null,
      by: params.get("by") === "cores" ? "cores" : "threads",
      jvm: params.get("jvm") === "1",
    },
  };
}

/** The hash that brings this view back, or the empty string for the whole timeline. */
export function writeHash(view: TimelineUrl): string {
  const parts: string[] = [];
  if (view.zoom) parts.push(`t=${Math.round(view.zoom.from)}-${Math.round(view.zoom.to)}`);
  if (view.by === "cores") parts.push("by=cores");
  if (view.jvm) parts.push("jvm=1");
  return parts.length === 0 ? "" : `#${parts.join("&")}`;
}
