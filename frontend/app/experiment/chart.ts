import uPlot from "uplot";
import { h } from "../base/dom";
import { align, type Line } from "./chart-lines";
import { digits } from "./words";

export interface ChartWords {
  readonly title: string;
  readonly x: string;
  readonly y: string;
}

/** Dashes besides colours tell lines apart. */
const MEASURED_DASHES = [[], [10, 4], [4, 3], [10, 3, 3, 3], [2, 4], [14, 3]];
const FIT_DASHES = [[8, 4], [3, 3], [10, 3, 2, 3]];
const MODEL_DASH = [2, 5];
const COLOURS = 6;
const HEIGHT = 300;
/** Room beside the outermost points, as a share of the range. */
const MARGIN = 0.04;
/** Parallelism and cores are whole numbers. */
const X_STEPS = [1, 2, 4, 5, 8, 10, 16, 20, 32, 50, 64, 100, 128, 200, 256, 500, 512];

/**
 * A chart of lines with their intervals as bands. It is a picture to a screen reader; its data is in
 * a table beside it.
 */
export class Chart {
  readonly element: HTMLElement;
  readonly #plotBox = h("div", { class: "plot" });
  readonly #readout = h("p", { class: "readout quiet", "aria-hidden": "true" });
  readonly #lines: readonly Line[];
  readonly #words: ChartWords;
  readonly #resize = new ResizeObserver(() => this.#fit());
  #plot: uPlot | null = null;

  constructor(words: ChartWords, lines: readonly Line[]) {
    this.#words = words;
    this.#lines = lines.filter((line) => line.points.length > 0);
    this.#plotBox.setAttribute("role", "img");
    this.#plotBox.setAttribute("aria-label", `Chart: ${words.title}; ${words.y} over ${words.x}. The table below has its data.`);
    this.element = h("figure", { class: "chart" }, h("figcaption", {}, words.title), this.#legend(), this.#plotBox, this.#readout);
    this.#resize.observe(this.#plotBox);
  }

  /** Draws again, in the colours of the theme that is now on. */
  repaint(): void {
    this.#plot?.destroy();
    this.#plot = null;
    this.#fit();
  }

  destroy(): void {
    this.#resize.disconnect();
    this.#plot?.destroy();
    this.#plot = null;
  }

  #fit(): void {
    const width = Math.floor(this.#plotBox.clientWidth);
    if (width === 0) return;
    if (this.#plot === null) this.#plot = this.#draw(width);
    else if (this.#plot.width !== width) this.#plot.setSize({ width, height: HEIGHT });
  }

  #draw(width: number): uPlot {
    const { xs, columns } = align(this.#lines);
    const style = getComputedStyle(document.documentElement);
    const token = (name: string): string => style.getPropertyValue(name).trim();
    const data: (number | null)[][] = [];
    const series: uPlot.Series[] = [{}];
    const bands: uPlot.Band[] = [];
    this.#lines.forEach((line, i) => {
      const colour = token(colourOf(line, i));
      const column = columns[i];
      if (column === undefined) return;
      series.push({
        label: line.label,
        stroke: colour,
        width: line.kind === "measured" ? 2 : 1.5,
        dash: dashOf(line, i),
        spanGaps: true,
        points: { show: line.kind === "measured", size: 7, fill: colour },
      });
      data.push([...column.y]);
      if (!line.points.some((point) => point.low !== null)) return;
      for (const bound of [column.high, column.low]) {
        series.push({ stroke: "transparent", width: 0, spanGaps: true, points: { show: false } });
        data.push([...bound]);
      }
      bands.push({ series: [series.length - 2, series.length - 1], fill: `${colour}33` });
    });
    const axis = { stroke: token("--quiet"), grid: { stroke: token("--line"), width: 1 }, ticks: { stroke: token("--edge"), width: 1 } };
    return new uPlot(
      {
        width,
        height: HEIGHT,
        series,
        bands,
        legend: { show: false },
        cursor: { drag: { x: false, y: false }, y: false },
        scales: {
          x: { time: false, range: (_, least, most) => wider(least, most) },
          y: { range: (_, _least, most) => [0, most > 0 ? most * (1 + MARGIN) : 1] },
        },
        axes: [
          { ...axis, label: this.#words.x, incrs: X_STEPS, size: 32, labelSize: 24 },
          { ...axis, label: this.#words.y, size: 52, labelSize: 24, values: (_, splits) => splits.map(digits) },
        ],
        hooks: { setCursor: [(plot) => this.#tell(xs, plot.cursor.idx ?? null)] },
      },
      [[...xs], ...data],
      this.#plotBox,
    );
  }

  #tell(xs: readonly number[], index: number | null): void {
    const x = index === null ? undefined : xs[index];
    const said = this.#lines.flatMap((line) => {
      const point = line.points.find((each) => each.x === x);
      if (point === undefined) return [];
      const interval = point.low === null || point.high === null ? "" : ` (${digits(point.low)} to ${digits(point.high)})`;
      return [`${line.label} ${digits(point.y)}${interval}`];
    });
    this.#readout.textContent = x === undefined || said.length === 0 ? "" : `${this.#words.x} ${digits(x)}: ${said.join("; ")}`;
  }

  #legend(): HTMLElement {
    return h(
      "ul",
      { class: "chart-legend" },
      ...this.#lines.map((line, i) => {
        const key = document.createElementNS("http://www.w3.org/2000/svg", "svg");
        key.setAttribute("viewBox", "0 0 30 10");
        key.setAttribute("class", "chart-key");
        key.setAttribute("aria-hidden", "true");
        const stroke = document.createElementNS(key.namespaceURI, "line") as SVGLineElement;
        for (const [name, value] of Object.entries({ x1: "0", x2: "30", y1: "5", y2: "5", "stroke-dasharray": dashOf(line, i).join(" ") }))
          stroke.setAttribute(name, value);
        stroke.style.stroke = `var(${colourOf(line, i)})`;
        key.append(stroke);
        return h("li", {}, key, ` ${line.label}`);
      }),
    );
  }
}

const colourOf = (line: Line, index: number): string =>
  line.kind === "ideal" ? "--faint" : `--thread-${index % COLOURS}`;

function dashOf(line: Line, index: number): number[] {
  switch (line.kind) {
    case "measured":
      return MEASURED_DASHES[index % MEASURED_DASHES.length] ?? [];
    case "fit":
      return FIT_DASHES[index % FIT_DASHES.length] ?? [];
    case "model":
      return MODEL_DASH;
    case "ideal":
      return [1, 3];
  }
}

/** Keeps the outermost points off the edges, and a single one in the middle. */
function wider(least: number, most: number): [number, number] {
  const room = most > least ? (most - least) * MARGIN : 0.5;
  return [least - room, most + room];
}
