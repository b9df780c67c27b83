import { readEstimate, type Estimate } from "./estimate";
import { list, member, number, object, oneOf, orElse, orNull, text, type Read } from "./read";
import { EXECUTORS, type ExecutorKind } from "./run";
import { readTime, type Time } from "./time";

/** What differs along a series; `SCALED`: the size of the input grows with the parallelism. */
export const AXES = ["PARALLELISM", "CORES", "SCALED"] as const;
export type Axis = (typeof AXES)[number];

export const LAWS = ["amdahl", "gustafson", "usl"] as const;
export type Law = (typeof LAWS)[number];

/** Cells that differ in one number alone: one line of a chart. Null is what differs. */
export interface Series {
  readonly axis: Axis;
  readonly executor: ExecutorKind;
  readonly isolation: string;
  readonly cores: number | null;
  readonly parallelism: number | null;
  readonly size: number | null;
  /** The cell that speed-ups compare with. */
  readonly baseline: number;
  readonly points: readonly Point[];
  readonly fits: readonly Fit[];
  readonly model: Model | null;
}

/** A measured cell at its place `x` on the axis. */
export interface Point {
  readonly cell: number;
  readonly x: number;
  readonly wall: Time;
  /** On a `SCALED` axis the scaled speed-up. */
  readonly speedUp: Estimate | null;
  readonly efficiency: Estimate | null;
  /** The experimentally determined serial fraction; null at x = 1. */
  readonly karpFlatt: Estimate | null;
}

/** A law fitted to the points, or why it was not. */
export interface Fit {
  readonly law: Law;
  readonly words: string | null;
  /** What is missing; all else but `law` is then null or empty. */
  readonly whyNot: string | null;
  readonly parameters: readonly Parameter[];
  readonly rSquared: number | null;
  /** From this x on, more makes it slower. */
  readonly peak: number | null;
  readonly residuals: readonly Residual[];
  readonly curve: readonly CurvePoint[];
}

export interface Parameter extends Estimate {
  /** Such as `serial fraction`. */
  readonly name: string;
  /** As formulas have it, such as `s`. */
  readonly symbol: string;
}

/** A measured speed-up beside the fitted one. */
export interface Residual {
  readonly x: number;
  readonly measured: number;
  readonly fitted: number;
  readonly difference: number;
}

export interface CurvePoint {
  readonly x: number;
  readonly speedUp: number;
}

/** What more cores would give: computed, not measured, as `label` says. */
export interface Model {
  readonly label: string;
  readonly workNanos: number;
  readonly spanNanos: number;
  /** Work by span: no number of cores can make it faster than this. */
  readonly parallelism: number;
  /** The cell whose timelines it was computed from. */
  readonly cell: number;
  readonly curve: readonly CurvePoint[];
}

const readPoint: Read<Point> = (value, at) => {
  const from = object(value, at);
  return {
    cell: member(from, "cell", number, at),
    x: member(from, "x", number, at),
    wall: member(from, "wall", readTime, at),
    speedUp: member(from, "speedUp", orNull(readEstimate), at),
    efficiency: member(from, "efficiency", orNull(readEstimate), at),
    karpFlatt: member(from, "karpFlatt", orNull(readEstimate), at),
  };
};

const readParameter: Read<Parameter> = (value, at) => {
  const from = object(value, at);
  return {
    ...readEstimate(value, at),
    name: member(from, "name", text, at),
    symbol: member(from, "symbol", text, at),
  };
};

const readResidual: Read<Residual> = (value, at) => {
  const from = object(value, at);
  return {
    x: member(from, "x", number, at),
    measured: member(from, "measured", number, at),
    fitted: member(from, "fitted", number, at),
    difference: member(from, "difference", number, at),
  };
};

const readCurvePoint: Read<CurvePoint> = (value, at) => {
  const from = object(value, at);
  return { x: member(from, "x", number, at), speedUp: member(from, "speedUp", number, at) };
};

const readFit: Read<Fit> = (value, at) => {
  const from = object(value, at);
  return {
    law: member(from, "law", oneOf(LAWS), at),
    words: member(from, "words", orNull(text), at),
    whyNot: member(from, "whyNot", orNull(text), at),
    parameters: member(from, "parameters", orElse(list(readParameter), []), at),
    rSquared: member(from, "rSquared", orNull(number), at),
    peak: member(from, "peak", orNull(number), at),
    residuals: member(from, "residuals", orElse(list(readResidual), []), at),
    curve: member(from, "curve", orElse(list(readCurvePoint), []), at),
  };
};

const readModel: Read<Model> = (value, at) => {
  const from = object(value, at);
  return {
    label: member(from, "label", text, at),
    workNanos: member(from, "workNanos", number, at),
    spanNanos: member(from, "spanNanos", number, at),
    parallelism: member(from, "parallelism", number, at),
    cell: member(from, "cell", number, at),
    curve: member(from, "curve", list(readCurvePoint), at),
  };
};

export const readSeries: Read<Series> = (value, at) => {
  const from = object(value, at);
  return {
    axis: member(from, "axis", oneOf(AXES), at),
    executor: member(from, "executor", oneOf(EXECUTORS), at),
    isolation: member(from, "isolation", text, at),
    cores: member(from, "cores", orNull(number), at),
    parallelism: member(from, "parallelism", orNull(number), at),
    size: member(from, "size", orNull(number), at),
    baseline: member(from, "baseline", number, at),
    points: member(from, "points", list(readPoint), at),
    fits: member(from, "fits", list(readFit), at),
    model: member(from, "model", orNull(readModel), at),
  };
};
