import { h, type Find } from "../base/dom";
import { count, duration, percent } from "../base/format";
import type { LaneKind } from "../wire/timeline";
import type { LaneData } from "./lane-data";
import { freedBy, linksOf } from "./slice-links";
import { sumLane } from "./sums";
import { ThreadFills } from "./thread-fill";
import type { TimelineData } from "./timeline-data";
import type { Viewport } from "./viewport";
import { STATE_NAME } from "./words";

const KIND_NAME: Record<LaneKind, string> = {
  thread: "thread",
  virtual: "virtual thread",
  carrier: "carrier",
  core: "core",
  gc: "garbage collector",
  vm: "JVM",
};

const MOST_LANES = 500;
const MOST_SLICES = 200;

/** The same data as the canvas, as tables: for screen readers, and for exact numbers. */
export class TimelineTable {
  readonly #find: Find;
  readonly #box: HTMLDetailsElement;
  #render: () => void = () => undefined;
  #shown = "";
  #open: number | null = null;

  constructor(find: Find) {
    this.#find = find;
    this.#box = find("timeline-table", HTMLDetailsElement);
    this.#box.addEventListener("toggle", () => this.#render());
  }

  /** Renders only while it is open; nobody pays for what is folded. */
  show(data: TimelineData, lanes: readonly LaneData[], view: Viewport): void {
    this.#box.hidden = lanes.length === 0;
    this.#render = () => {
      const key = `${view.from}/${view.to}/${data.sliceCount}/${data.version}/${data.marks.length}/${lanes.length}/${lanes[0]?.info.id}/${this.#open}`;
      if (!this.#box.open || key === this.#shown) return;
      this.#shown = key;
      this.#rows(data, lanes, view);
    };
    this.#render();
  }

  #rows(data: TimelineData, lanes: readonly LaneData[], view: Viewport): void {
    this.#find("table-caption", HTMLElement).textContent =
      `Time in each state from ${duration(view.from)} to ${duration(view.to)}, the stretch that the timeline shows` +
      (lanes.length > MOST_LANES ? `; the first ${MOST_LANES} of ${count(lanes.length)} lanes` : "");
    this.#find("table-rows", HTMLElement).replaceChildren(
      ...lanes.slice(0, MOST_LANES).map((lane) => {
        const sum = sumLane(lane, view.from, view.to);
        const states = [...sum.nanos].map(
          ([state, nanos]) => `${STATE_NAME[state]} ${duration(nanos)} (${percent(nanos, view.to - view.from)})`,
        );
        const open = this.#open === lane.info.id;
        return h(
          "tr",
          {},
          h("th", { scope: "row" }, lane.info.name),
          h("td", {}, KIND_NAME[lane.info.kind]),
          h("td", {}, states.join(", ") || "nothing"),
          h(
            "td",
            {},
            h(
              "button",
              {
                type: "button",
                "aria-expanded": String(open),
                "aria-label": `${count(sum.slices)} slices of ${lane.info.name}`,
                onclick: () => {
                  this.#open = open ? null : lane.info.id;
                  this.#render();
                },
              },
              count(sum.slices),
            ),
          ),
        );
      }),
    );
    this.#phases(data, view);
    this.#slices(data, lanes.find((lane) => lane.info.id === this.#open), view);
  }

  #phases(data: TimelineData, view: Viewport): void {
    const seen = data.marks.filter((mark) => mark.at >= view.from && mark.at <= view.to);
    this.#find("phase-table", HTMLElement).hidden = seen.length === 0;
    this.#find("phase-rows", HTMLElement).replaceChildren(
      ...seen.map((mark) => h("tr", {}, h("td", {}, duration(mark.at)), h("th", { scope: "row" }, mark.name))),
    );
  }

  #slices(data: TimelineData, lane: LaneData | undefined, view: Viewport): void {
    const table = this.#find("slice-table", HTMLElement);
    table.hidden = lane === undefined;
    if (!lane) return;
    const first = lane.firstEndingAfter(view.from);
    const end = lane.firstNotBefore(view.to);
    const left = end - first - MOST_SLICES;
    this.#find("slice-caption", HTMLElement).textContent =
      `Slices of ${lane.info.name}` + (left > 0 ? `, the first ${MOST_SLICES}; zoom in for the other ${count(left)}` : "");
    const rows: HTMLElement[] = [];
    for (let i = first; i < Math.min(end, first + MOST_SLICES); i++) {
      const slice = lane.at(i);
      const owner = slice.detail?.owner == null ? null : data.lane(slice.detail.owner)?.info.name;
      const { into } = linksOf(data, lane.info.id, slice.from, slice.to);
      const more =
        lane.info.kind === "core"
          ? ThreadFills.whoRan(lane, i)
          : [
              slice.core === null ? "" : `core ${slice.core}`,
              slice.detail?.lock ?? "",
              owner ? `held by ${owner}` : "",
              slice.detail?.at ? `in ${slice.detail.at}` : "",
              slice.detail?.timed ? "with a deadline" : "",
              into ? freedBy(data, into) : "",
              slice.detail?.task ?? "",
            ]
              .filter((part) => part !== "")
              .join(", ");
      rows.push(
        h(
          "tr",
          {},
          h("td", {}, duration(slice.from)),
          h("td", {}, duration(slice.to - slice.from)),
          h("td", {}, STATE_NAME[slice.state]),
          h("td", {}, more),
        ),
      );
    }
    this.#find("slice-rows", HTMLElement).replaceChildren(...rows);
  }
}
