import { byId, h } from "../base/dom";
import { bytes, duration, significant } from "../base/format";
import type { Timings } from "../wire/run";

const PARTS = [
  { key: "queuedNanos", name: "Queued", hint: "waiting for a free place" },
  { key: "compileNanos", name: "Compile", hint: "javac" },
  { key: "jvmStartNanos", name: "Start", hint: "starting the JVM and its sandbox" },
  { key: "wallNanos", name: "Run", hint: "from the release of main to the end of the program" },
] as const;

/** Where the time went, as a bar and in numbers; only "Run" is the program's own. */
export function showTimings(timings: Timings | null, peakRssBytes: number | null): void {
  const box = byId("timings", HTMLElement);
  box.hidden = timings === null;
  if (timings === null) return;
  byId("timings-bar", HTMLElement).replaceChildren(
    ...PARTS.filter((part) => timings[part.key] > 0).map((part) => {
      const bar = h("span", { class: part.key });
      bar.style.flexGrow = String(timings[part.key] / 1e3);
      return bar;
    }),
  );
  const { wallNanos, cpuNanos } = timings;
  const busy = wallNanos > 0 ? ` (${significant(cpuNanos / wallNanos)} cores busy on average)` : "";
  byId("timings-list", HTMLElement).replaceChildren(
    ...PARTS.filter((part) => timings[part.key] > 0).map((part) =>
      h(
        "div",
        {},
        h("dt", { class: part.key, title: part.hint }, part.name),
        h("dd", {}, duration(timings[part.key])),
      ),
    ),
    ...(wallNanos === 0
      ? []
      : [
          h(
            "div",
            {},
            h("dt", { class: "cpu", title: "CPU time of the whole sandbox during the run" }, "CPU"),
            h("dd", {}, duration(cpuNanos), h("span", { class: "quiet" }, busy)),
          ),
        ]),
    ...(peakRssBytes
      ? [
          h(
            "div",
            {},
            h("dt", { class: "cpu", title: "Largest resident memory of the whole sandbox that was seen" }, "Peak memory"),
            h("dd", {}, bytes(peakRssBytes)),
          ),
        ]
      : []),
  );
}
