import {
  EXPERIMENT_ENDINGS,
  EXPERIMENT_STATES,
  readCell,
  readProgress,
  readRepetition,
  type Cell,
  type ExperimentEnding,
  type ExperimentState,
  type Progress,
  type Repetition,
} from "./experiment";
import { flag, list, member, number, object, oneOf, orNull, text, type Read } from "./read";

/**
 * What happens while an experiment is under way; `WS /api/v1/experiments/{id}/events?after=SEQ`
 * sends JSON lists of these. After `ended` the server closes, and the whole experiment is to be read
 * anew; when a cell is measured again later, a `state` event follows it.
 */
export type ExperimentEvent = {
  /** From 1, without gaps. */
  readonly seq: number;
  /** When it happened, ISO 8601. */
  readonly at: string;
} & (
  | { readonly type: "state"; readonly data: ExperimentStateChange }
  | { readonly type: "began"; readonly data: Began }
  | { readonly type: "measured"; readonly data: Measured }
  | { readonly type: "cell"; readonly data: { readonly cell: Cell } }
  | { readonly type: "ended"; readonly data: ExperimentEnd }
);

export interface ExperimentStateChange {
  readonly state: ExperimentState;
  /** 1 for the next one, while queued. */
  readonly queuePlace: number | null;
}

/** A repetition has begun; `run` is the id of its run, whose events can be followed. */
export interface Began {
  readonly number: number;
  readonly cell: number;
  readonly take: number;
  readonly round: number;
  readonly warmUp: boolean;
  readonly run: string;
}

/** A repetition is over. */
export interface Measured {
  readonly repetition: Repetition;
  readonly progress: Progress;
}

export interface ExperimentEnd {
  readonly ending: ExperimentEnding;
  readonly explanation: string;
}

const readStateChange: Read<ExperimentStateChange> = (value, at) => {
  const from = object(value, at);
  return {
    state: member(from, "state", oneOf(EXPERIMENT_STATES), at),
    queuePlace: member(from, "queuePlace", orNull(number), at),
  };
};

const readBegan: Read<Began> = (value, at) => {
  const from = object(value, at);
  return {
    number: member(from, "number", number, at),
    cell: member(from, "cell", number, at),
    take: member(from, "take", number, at),
    round: member(from, "round", number, at),
    warmUp: member(from, "warmUp", flag, at),
    run: member(from, "run", text, at),
  };
};

const readMeasured: Read<Measured> = (value, at) => {
  const from = object(value, at);
  return {
    repetition: member(from, "repetition", readRepetition, at),
    progress: member(from, "progress", readProgress, at),
  };
};

const readEnd: Read<ExperimentEnd> = (value, at) => {
  const from = object(value, at);
  return {
    ending: member(from, "ending", oneOf(EXPERIMENT_ENDINGS), at),
    explanation: member(from, "explanation", text, at),
  };
};

/** Reads one event; null for a type that this page does not know yet. */
export const readExperimentEvent: Read<ExperimentEvent | null> = (value, at) => {
  const from = object(value, at);
  const head = { seq: member(from, "seq", number, at), at: member(from, "at", text, at) };
  const data = <T>(read: Read<T>): T => member(from, "data", read, at);
  const type = member(from, "type", text, at);
  switch (type) {
    case "state":
      return { ...head, type, data: data(readStateChange) };
    case "began":
      return { ...head, type, data: data(readBegan) };
    case "measured":
      return { ...head, type, data: data(readMeasured) };
    case "cell":
      return {
        ...head,
        type,
        data: data((each, where) => ({ cell: member(object(each, where), "cell", readCell, where) })),
      };
    case "ended":
      return { ...head, type, data: data(readEnd) };
    default:
      return null;
  }
};

/** Reads a text message of the socket. */
export const readExperimentEvents = (message: string): ExperimentEvent[] =>
  list(readExperimentEvent)(JSON.parse(message), "").filter((event) => event !== null);
