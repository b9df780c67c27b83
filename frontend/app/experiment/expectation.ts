import { counted, duration } from "../base/format";
import type { RunSummary } from "../wire/run";
import type { ExperimentBounds } from "../wire/settings";

/**
 * Says before an experiment how much it will do. How long a program takes nobody knows before it
 * ran; the last run of the visitor is the best guess there is, and is called that.
 *
 * @param last the visitor's last run that ended, null where there is none
 */
export function expectation(cells: number, runs: number, last: RunSummary | null, bounds: ExperimentBounds): string {
  const amount = `${counted(runs, "run")} of ${counted(cells, "cell")}, warm-up included.`;
  const most = `After ${bounds.mostMinutes} min it ends with what it has.`;
  if (!last?.timings) return `${amount} How long that takes depends on the program. ${most}`;
  const { compileNanos, jvmStartNanos, wallNanos } = last.timings;
  const all = runs * (compileNanos + jvmStartNanos + wallNanos);
  return `${amount} About ${rough(all)}, if each takes as long as your last run (${duration(wallNanos)} and its start). ${most}`;
}

/** A length of time as people plan with it. */
export function rough(nanos: number): string {
  const seconds = nanos / 1e9;
  if (seconds < 1) return "a second";
  return seconds < 90 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`;
}
