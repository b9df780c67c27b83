import { h } from "./dom";
import { ago } from "./format";

/** A moment in words, with its exact time on hovering. */
export function when(instant: string, now = new Date()): HTMLTimeElement {
  const at = new Date(instant);
  return h("time", { datetime: instant, title: at.toLocaleString() }, ago(at, now));
}

/** A day, for what lies ahead or long ago. */
export function day(instant: string): HTMLTimeElement {
  const at = new Date(instant);
  const words = at.toLocaleDateString(undefined, { year: "numeric", month: "short", day: "numeric" });
  return h("time", { datetime: instant, title: at.toLocaleString() }, words);
}

/** A day with its time, for what must not be missed. */
export function moment(instant: string): HTMLTimeElement {
  const words = new Date(instant).toLocaleString(undefined, {
    weekday: "short",
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  });
  return h("time", { datetime: instant }, words);
}
