import { Refusal } from "../base/call";
import { endingIn } from "../base/dom";
import { api } from "../run/api";
import { DiagnosisPanel } from "../timeline/diagnosis-panel";
import { TimelineData } from "../timeline/timeline-data";
import { TimelineView } from "../timeline/timeline-view";
import { whole } from "../timeline/viewport";
import type { TimelineUrl } from "../url-state";

interface One {
  readonly view: TimelineView;
  readonly diagnosis: DiagnosisPanel;
  data: TimelineData | null;
}

/** Two timelines on one axis of time: what one shows, the other shows too. */
export class TwoTimelines {
  readonly #both: readonly [One, One];
  readonly #onUrl: (url: TimelineUrl) => void;

  constructor(onUrl: (url: TimelineUrl) => void) {
    this.#onUrl = onUrl;
    this.#both = [this.#one("-a", 1), this.#one("-b", 0)];
  }

  #one(ending: string, other: 0 | 1): One {
    const find = endingIn(ending);
    const view = new TimelineView((url) => {
      this.#both[other].view.follow(url);
      this.#onUrl(url);
    }, find);
    return { view, diagnosis: new DiagnosisPanel((evidence) => view.select(evidence), find), data: null };
  }

  repaint(): void {
    for (const { view } of this.#both) view.repaint();
  }

  /** @param runs ids of the runs whose timelines are shown; null where a side has none */
  async open(runs: readonly [string | null, string | null], url: TimelineUrl): Promise<void> {
    for (const { view } of this.#both) view.reset(url, "Loading the timeline…");
    await Promise.all(this.#both.map((one, i) => this.#load(one, runs[i] ?? null)));
    const shown = this.#both.flatMap(({ data }) => (data === null || data.isEmpty ? [] : [data]));
    if (shown.length === 0) return;
    const extent = whole(
      Math.min(0, ...shown.map((data) => data.startNanos)),
      Math.max(...shown.map((data) => data.endNanos)),
    );
    for (const { view } of this.#both) view.extent = extent;
  }

  async #load(one: One, run: string | null): Promise<void> {
    if (run === null) {
      one.view.emptyText = "It has no timeline: it did not run, has not ended, or shared a JVM with others.";
      return;
    }
    try {
      one.data = TimelineData.of(await api.timeline(run));
      one.view.show(one.data, api.traceUrl(run));
    } catch (error) {
      one.view.emptyText =
        error instanceof Refusal
          ? "There is no timeline of this run."
          : "The timeline could not be loaded; reload the page to try again.";
      return;
    }
    try {
      one.diagnosis.show(await api.diagnosis(run));
    } catch {
      // The timeline is there; this is an extra.
    }
  }
}
