import { createStore, type Store } from "../base/store";
import { TimelineData } from "../timeline/timeline-data";
import type { RunEvent } from "../wire/event";
import type { Run } from "../wire/run";
import { fold, receive, viewOf, type RunView } from "./run-view";

/** What shows a run's output and timeline. */
export interface RunScreen {
  /** Forget what was shown: a run begins, or a new attempt of it. */
  restart(): void;
  print(stream: "stdout" | "stderr", text: string): void;
  /** The live timeline grew. */
  grow(timeline: TimelineData): void;
}

/** One run as the page follows it: its view, and its live timeline. */
export class FollowedRun {
  readonly view: Store<RunView>;
  readonly #screen: RunScreen;
  #timeline = new TimelineData();

  constructor(run: Run, screen: RunScreen) {
    // Findings come again with the events, which are replayed from the first.
    this.view = createStore({ ...viewOf(run) });
    this.#screen = screen;
    screen.restart();
  }

  get lastSeq(): number {
    return this.view.get().lastSeq;
  }

  /** Takes in events in the order they came, some of which may have come before. */
  take(events: readonly RunEvent[]): void {
    let view = this.view.get();
    let grew = false;
    for (const event of events) {
      const reception = receive(view, event);
      view = fold(view, event);
      if (reception === "duplicate" || reception === "lost attempt") continue;
      if (reception === "new attempt") {
        this.#timeline = new TimelineData();
        this.#screen.restart();
      }
      if (event.type === "stdout" || event.type === "stderr") this.#screen.print(event.type, event.data.text);
      else if (event.type === "timeline") {
        this.#timeline.grow(event.data);
        grew = true;
      }
    }
    if (grew) this.#screen.grow(this.#timeline);
    this.view.set(view);
  }

  /** Takes in what the server says when asked, for when events do not come through. */
  refresh(run: Run): void {
    this.view.set({ ...viewOf(run), lastSeq: this.lastSeq });
  }
}
