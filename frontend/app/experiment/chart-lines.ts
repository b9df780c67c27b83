import type { Axis, Fit, Law, Point, Series } from "../wire/series";

/** How a line came about, which is also how it is drawn. */
export type LineKind = "measured" | "ideal" | "fit" | "model";

export interface Line {
  readonly label: string;
  readonly kind: LineKind;
  readonly points: readonly LinePoint[];
}

/** `low` and `high` bound the interval of 95 %; null where there is none. */
export interface LinePoint {
  readonly x: number;
  readonly y: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** Series that differ in the executor alone, so that they belong in the same charts. */
export interface Group {
  readonly axis: Axis;
  readonly title: string;
  readonly series: readonly Series[];
}

export const AXIS_NAME: Record<Axis, string> = {
  PARALLELISM: "Parallelism",
  CORES: "Cores",
  SCALED: "Parallelism, with the size growing as it does",
};

export const LAW_NAME: Record<Law, string> = {
  amdahl: "Amdahl",
  gustafson: "Gustafson",
  usl: "Universal Scalability Law",
};

export function groupsOf(series: readonly Series[]): Group[] {
  const groups = new Map<string, Series[]>();
  for (const each of series) {
    const key = [each.axis, each.isolation, each.cores, each.parallelism, each.size].join(" ");
    const members = groups.get(key);
    if (members) members.push(each);
    else groups.set(key, [each]);
  }
  return [...groups.values()].flatMap((members) => {
    const first = members[0];
    return first === undefined ? [] : [{ axis: first.axis, title: titleOf(first), series: members }];
  });
}

function titleOf({ axis, cores, parallelism, size }: Series): string {
  const same = [
    cores === null ? null : `${cores} ${cores === 1 ? "core" : "cores"}`,
    parallelism === null ? null : `parallelism ${parallelism}`,
    size === null ? null : `size ${size.toLocaleString("en-US")}`,
  ].filter((each) => each !== null);
  return `Over ${AXIS_NAME[axis].toLowerCase()}${same.length === 0 ? "" : `, with ${same.join(", ")}`}`;
}

/** Median times in milliseconds. */
export const timeLines = (group: Group): Line[] =>
  group.series.map((series) =>
    measured(series, ({ x, wall }) => ({
      x,
      y: wall.medianNanos / 1e6,
      low: wall.lowNanos / 1e6,
      high: wall.highNanos / 1e6,
    })),
  );

export const speedUpLines = (group: Group): Line[] => {
  const lines = group.series.map((series) => measured(series, ({ x, speedUp }) => at(x, speedUp)));
  return [...lines, ideal(lines)];
};

export const efficiencyLines = (group: Group): Line[] =>
  group.series.map((series) => measured(series, ({ x, efficiency }) => at(x, efficiency)));

/** The measured speed-up of one series beside the laws fitted to it, and its model curve. */
export function lawLines(series: Series): Line[] {
  const lines = [measured(series, ({ x, speedUp }) => at(x, speedUp))];
  for (const fit of series.fits) {
    if (fit.curve.length > 0) lines.push(curve(LAW_NAME[fit.law], "fit", fit.curve));
  }
  if (series.model) lines.push(curve("model, not measured", "model", series.model.curve));
  return [...lines, ideal(lines)];
}

/** Whether anything was fitted or computed, so that {@link lawLines} shows more than the measured points. */
export const hasCurves = ({ fits, model }: Series): boolean => model !== null || fits.some(isFitted);

export const isFitted = (fit: Fit): boolean => fit.curve.length > 0;

/** Lines on one x axis: for each line its values, its low and its high bounds, null where it has no point. */
export interface Aligned {
  readonly xs: readonly number[];
  readonly columns: readonly AlignedLine[];
}

export interface AlignedLine {
  readonly y: readonly (number | null)[];
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
}

export function align(lines: readonly Line[]): Aligned {
  const xs = [...new Set(lines.flatMap((line) => line.points.map((point) => point.x)))].sort((a, b) => a - b);
  return {
    xs,
    columns: lines.map((line) => {
      const at = new Map(line.points.map((point) => [point.x, point]));
      const column = (key: "y" | "low" | "high"): (number | null)[] => xs.map((x) => at.get(x)?.[key] ?? null);
      return { y: column("y"), low: column("low"), high: column("high") };
    }),
  };
}

function measured(series: Series, value: (point: Point) => LinePoint | null): Line {
  const points = series.points.map(value).filter((each) => each !== null);
  return { label: series.executor, kind: "measured", points };
}

const at = (x: number, estimate: Point["speedUp"]): LinePoint | null =>
  estimate === null ? null : { x, y: estimate.value, low: estimate.low, high: estimate.high };

const curve = (label: string, kind: LineKind, points: readonly { x: number; speedUp: number }[]): Line => ({
  label,
  kind,
  points: points.map(({ x, speedUp }) => ({ x, y: speedUp, low: null, high: null })),
});

/** As many times faster as x says, as far as the measured lines go. */
function ideal(lines: readonly Line[]): Line {
  const xs = lines.flatMap((line) => line.points.filter(() => line.kind === "measured").map((point) => point.x));
  const ends = xs.length === 0 ? [] : [...new Set([Math.min(...xs), Math.max(...xs)])];
  return { label: "linear", kind: "ideal", points: ends.map((x) => ({ x, y: x, low: null, high: null })) };
}
