import type { Experiment } from "../wire/experiment";
import type { ExperimentEvent } from "../wire/experiment-event";

/** What is known of an experiment, and up to which event. */
export interface Followed {
  readonly experiment: Experiment;
  /** Number of the last event that was taken in. */
  readonly lastSeq: number;
}

/** Takes in events; those that were taken in before change nothing. */
export function applyEvents(followed: Followed, events: readonly ExperimentEvent[]): Followed {
  return events.reduce((before, event) => {
    if (event.seq <= before.lastSeq) return before;
    return { experiment: apply(before.experiment, event), lastSeq: event.seq };
  }, followed);
}

function apply(experiment: Experiment, event: ExperimentEvent): Experiment {
  switch (event.type) {
    case "state":
      return { ...experiment, state: event.data.state, queuePlace: event.data.queuePlace, ending: null, explanation: null };
    case "measured":
      return { ...experiment, progress: event.data.progress };
    case "cell": {
      const { cell } = event.data;
      return { ...experiment, cells: experiment.cells.map((each) => (each.number === cell.number ? cell : each)) };
    }
    case "ended":
      return { ...experiment, state: "FINISHED", ...event.data };
    case "began":
      return experiment;
  }
}
