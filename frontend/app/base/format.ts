const UNITS = [
  { name: "s", nanos: 1e9 },
  { name: "ms", nanos: 1e6 },
  { name: "µs", nanos: 1e3 },
  { name: "ns", nanos: 1 },
] as const;

/** A length of time with three significant digits and its unit, such as `12.3 ms`. */
export function duration(nanos: number): string {
  if (nanos === 0) return "0 s";
  const size = Math.abs(nanos);
  // 999.6 ns would round to 1000 ns: compare with what rounding makes of it.
  const unit = UNITS.find((each) => size >= each.nanos * 0.9995) ?? UNITS[3];
  return `${significant(nanos / unit.nanos)} ${unit.name}`;
}

/** Three significant digits, without an exponent; whole numbers stay whole. */
export function significant(value: number): string {
  const size = Math.abs(value);
  const decimals = size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2;
  const rounded = value.toFixed(decimals);
  return rounded.includes(".") ? rounded.replace(/\.?0+$/, "") : rounded;
}

/** An amount of memory or output, such as `1.5 MiB`. */
export function bytes(count: number): string {
  if (count < 1024) return `${count} B`;
  if (count < 1024 * 1024) return `${significant(count / 1024)} KiB`;
  if (count < 1024 ** 3) return `${significant(count / 1024 ** 2)} MiB`;
  return `${significant(count / 1024 ** 3)} GiB`;
}

/** A count with thin groups, such as `12,345`. */
export const count = (value: number): string => value.toLocaleString("en-US");

/** A count with its noun, such as `1 thread` or `3 threads`. */
export const counted = (value: number, noun: string, plural = `${noun}s`): string =>
  `${count(value)} ${value === 1 ? noun : plural}`;

export function percent(part: number, whole: number): string {
  if (whole <= 0) return "0 %";
  const share = (100 * part) / whole;
  return share > 0 && share < 0.1 ? "< 0.1 %" : `${share.toFixed(share < 10 ? 1 : 0)} %`;
}

/** How long ago, in words; coarse on purpose. */
export function ago(then: Date, now: Date): string {
  const seconds = Math.max(0, Math.round((now.getTime() - then.getTime()) / 1000));
  if (seconds < 10) return "just now";
  if (seconds < 60) return `${seconds} s ago`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} h ago`;
  return then.toLocaleDateString(undefined, { year: "numeric", month: "short", day: "numeric" });
}
