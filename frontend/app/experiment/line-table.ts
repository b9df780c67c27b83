import { h } from "../base/dom";
import type { ChartWords } from "./chart";
import { align, type Line } from "./chart-lines";
import { digits } from "./words";

/** The data of a chart as a table: a row for each x, a column for each line. */
export function lineTable(words: ChartWords, lines: readonly Line[]): HTMLElement {
  return h(
    "details",
    { class: "data" },
    h("summary", {}, `${words.title} as a table`),
    h(
      "div",
      { class: "scroll-x" },
      h(
        "table",
        {},
        h("caption", {}, `${words.y}; in brackets the interval of 95 % confidence`),
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            h("th", { scope: "col", class: "number" }, words.x),
            ...lines.map((line) => h("th", { scope: "col", class: "number" }, line.label)),
          ),
        ),
        h("tbody", {}, ...rows(lines).map(([x, ...values]) =>
          h("tr", {}, h("th", { scope: "row", class: "number" }, x ?? ""), ...values.map((value) => h("td", { class: "number" }, value))),
        )),
      ),
    ),
  );
}

/** The texts of the rows, x first. */
export function rows(lines: readonly Line[]): string[][] {
  const { xs, columns } = align(lines);
  return xs.map((x, i) => [
    digits(x),
    ...columns.map(({ y, low, high }) => {
      const value = y[i] ?? null;
      const from = low[i] ?? null;
      const to = high[i] ?? null;
      if (value === null) return "–";
      return from === null || to === null ? digits(value) : `${digits(value)} (${digits(from)} to ${digits(to)})`;
    }),
  ]);
}
