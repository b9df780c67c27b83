import { h, type Find } from "../base/dom";
import { counted, duration, percent } from "../base/format";
import type { LaneData } from "./lane-data";
import { sumLane, sumStates } from "./sums";
import { STATE_NAME } from "./words";

/** A stretch of time in some lanes. */
export interface SelectedArea {
  readonly from: number;
  readonly to: number;
  readonly lanes: readonly LaneData[];
}

/** Shows how much time the selected lanes spent in each state. */
export class SelectionPanel {
  readonly #box: HTMLElement;
  readonly #title: HTMLElement;
  readonly #rows: HTMLElement;
  #shown = "";

  constructor(find: Find) {
    this.#box = find("selection", HTMLElement);
    this.#title = find("selection-title", HTMLElement);
    this.#rows = find("selection-rows", HTMLElement);
  }

  show(area: SelectedArea | null): void {
    this.#box.hidden = area === null;
    const key = area ? `${area.from}/${area.to}/${area.lanes.map((lane) => `${lane.info.id}:${lane.length}`).join()}` : "";
    if (key === this.#shown || area === null) {
      this.#shown = key;
      return;
    }
    this.#shown = key;
    const length = area.to - area.from;
    const sums = area.lanes.map((lane) => sumLane(lane, area.from, area.to));
    const slices = sums.reduce((sum, each) => sum + each.slices, 0);
    this.#title.textContent =
      `${duration(length)} selected, ${duration(area.from)} to ${duration(area.to)}, ` +
      `${counted(area.lanes.length, "lane")}, ${counted(slices, "slice")}`;
    this.#rows.replaceChildren(
      ...[...sumStates(sums)].map(([state, sum]) =>
        h(
          "tr",
          {},
          h("th", { scope: "row" }, STATE_NAME[state]),
          h("td", {}, duration(sum.nanos)),
          h("td", {}, percent(sum.nanos, length * area.lanes.length)),
          h("td", {}, String(sum.lanes)),
        ),
      ),
    );
  }
}
