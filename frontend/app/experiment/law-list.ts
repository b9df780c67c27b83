import { h } from "../base/dom";
import { duration } from "../base/format";
import type { Fit, Model, Point, Series } from "../wire/series";
import { LAW_NAME } from "./chart-lines";
import { digits, estimateWords } from "./words";

/** What the laws say of a series, in the server's words, and the numbers behind them as tables. */
export function lawList(series: Series): HTMLElement {
  return h(
    "div",
    {},
    h(
      "dl",
      { class: "laws" },
      ...series.fits.flatMap((fit) => [h("dt", {}, LAW_NAME[fit.law]), h("dd", {}, fitWords(fit))]),
      ...(series.model ? [h("dt", {}, "Model"), h("dd", {}, modelWords(series.model))] : []),
    ),
    parameters(series.fits),
    residuals(series.fits),
    karpFlatt(series.points),
  );
}

export const fitWords = (fit: Fit): string => fit.words ?? `Not fitted: it ${fit.whyNot ?? "lacks data"}.`;

export function modelWords(model: Model): string {
  return (
    `A ${model.label}: the work is ${duration(model.workNanos)}, the span ${duration(model.spanNanos)}, ` +
    `so no number of cores makes it more than ${digits(model.parallelism)}x faster than the work alone.`
  );
}

function parameters(fits: readonly Fit[]): HTMLElement | null {
  const rows = fits.flatMap((fit) =>
    fit.parameters.map((each) => [
      LAW_NAME[fit.law],
      `${each.name} ${each.symbol}`,
      estimateWords(each),
      fit.rSquared === null ? "–" : fit.rSquared.toFixed(4),
    ]),
  );
  return table("Parameters", ["Law", "Parameter", "Value (95 % interval)", "R²"], rows);
}

function residuals(fits: readonly Fit[]): HTMLElement | null {
  const rows = fits.flatMap((fit) =>
    fit.residuals.map((each) => [
      LAW_NAME[fit.law],
      digits(each.x),
      digits(each.measured),
      digits(each.fitted),
      digits(each.difference),
    ]),
  );
  return table("Residuals", ["Law", "At", "Measured speed-up", "Fitted", "Difference"], rows);
}

function karpFlatt(points: readonly Point[]): HTMLElement | null {
  const rows = points.flatMap(({ x, karpFlatt: each }) => (each === null ? [] : [[digits(x), estimateWords(each)]]));
  return table("Karp-Flatt", ["At", "Experimentally determined serial fraction (95 % interval)"], rows);
}

function table(title: string, heads: readonly string[], rows: readonly (readonly string[])[]): HTMLElement | null {
  if (rows.length === 0) return null;
  return h(
    "details",
    { class: "data" },
    h("summary", {}, title),
    h(
      "div",
      { class: "scroll-x" },
      h(
        "table",
        {},
        h("thead", {}, h("tr", {}, ...heads.map((each) => h("th", { scope: "col" }, each)))),
        h("tbody", {}, ...rows.map((row) => h("tr", {}, ...row.map((each) => h("td", {}, each))))),
      ),
    ),
  );
}
