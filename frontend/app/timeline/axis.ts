/** A mark of the time axis. */
export interface Tick {
  readonly time: number;
  readonly label: string;
}

const UNITS = [
  { nanos: 1e9, name: "s" },
  { nanos: 1e6, name: "ms" },
  { nanos: 1e3, name: "µs" },
  { nanos: 1, name: "ns" },
] as const;

/** The smallest 1, 2 or 5 times a power of ten that is `least` or more; never below 1 ns. */
export function niceStep(least: number): number {
  if (least <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(least));
  for (const factor of [1, 2, 5]) if (factor * power >= least * (1 - 1e-9)) return factor * power;
  return 10 * power;
}

/**
 * Ticks from `from` to `to` (nanoseconds), at most one for each `gap` pixels of `width`. All labels
 * share one unit and as many decimals as their step needs.
 */
export function ticks(from: number, to: number, width: number, gap: number): Tick[] {
  if (!(to > from) || width <= 0) return [];
  const step = niceStep(((to - from) * gap) / width);
  const largest = Math.max(Math.abs(from), Math.abs(to));
  const unit = UNITS.find((each) => step >= each.nanos || (largest >= each.nanos && step * 1000 >= each.nanos)) ?? UNITS[3];
  const decimals = Math.max(0, Math.ceil(-Math.log10(step / unit.nanos) - 1e-9));
  const result: Tick[] = [];
  for (let i = Math.ceil(from / step); i * step <= to; i++) {
    const time = i * step;
    result.push({ time, label: time === 0 ? "0" : `${(time / unit.nanos).toFixed(decimals)} ${unit.name}` });
  }
  return result;
}
