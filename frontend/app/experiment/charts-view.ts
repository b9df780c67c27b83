import { h } from "../base/dom";
import type { Series } from "../wire/series";
import { Chart, type ChartWords } from "./chart";
import {
  AXIS_NAME,
  efficiencyLines,
  groupsOf,
  hasCurves,
  lawLines,
  speedUpLines,
  timeLines,
  type Group,
  type Line,
} from "./chart-lines";
import { lawList } from "./law-list";
import { lineTable } from "./line-table";

/** All charts of an experiment, with their tables and what the laws say. */
export class ChartsView {
  readonly #box: HTMLElement;
  #charts: Chart[] = [];

  constructor(box: HTMLElement) {
    this.#box = box;
  }

  show(series: readonly Series[]): void {
    for (const chart of this.#charts) chart.destroy();
    this.#charts = [];
    this.#box.replaceChildren(...groupsOf(series).map((group) => this.#group(group)));
  }

  repaint(): void {
    for (const chart of this.#charts) chart.repaint();
  }

  #group(group: Group): HTMLElement {
    const x = AXIS_NAME[group.axis];
    const scaled = group.axis === "SCALED" ? "scaled speed-up" : "speed-up";
    return h(
      "section",
      { class: "chart-group" },
      h("h3", {}, group.title),
      h(
        "div",
        { class: "chart-row" },
        this.#chart({ title: "Time", x, y: "median wall time, ms" }, timeLines(group)),
        this.#chart({ title: "Speed-up", x, y: scaled }, speedUpLines(group)),
        this.#chart({ title: "Efficiency", x, y: `${scaled} by cores` }, efficiencyLines(group)),
      ),
      ...group.series.filter((each) => each.fits.length > 0 || each.model !== null).map((each) => this.#laws(each, x)),
    );
  }

  #laws(series: Series, x: string): HTMLElement {
    return h(
      "section",
      { class: "law" },
      h("h4", {}, `Laws of scaling, ${series.executor}`),
      hasCurves(series)
        ? this.#chart({ title: `Speed-up and laws, ${series.executor}`, x, y: "speed-up" }, lawLines(series))
        : null,
      lawList(series),
    );
  }

  #chart(words: ChartWords, lines: readonly Line[]): HTMLElement | null {
    if (!lines.some((line) => line.kind === "measured" && line.points.length > 0)) return null;
    const chart = new Chart(words, lines);
    this.#charts.push(chart);
    return h("div", { class: "chart-box" }, chart.element, lineTable(words, lines));
  }
}
