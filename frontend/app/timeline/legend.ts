import { h, type Find } from "../base/dom";
import { SLICE_STATES } from "../wire/timeline";
import type { LaneData } from "./lane-data";
import type { Fill, Palette } from "./paint";
import type { ThreadFills } from "./thread-fill";
import type { TimelineData } from "./timeline-data";
import { STATE_MEANING, STATE_NAME } from "./words";

const SWATCH = 18;
const MOST_THREADS = 12;

/** Which colour and pattern means what, for what is on the timeline. */
export class Legend {
  readonly #box: HTMLElement;
  #key = "";

  constructor(find: Find) {
    this.#box = find("legend", HTMLElement);
  }

  show(data: TimelineData, lanes: readonly LaneData[], by: "threads" | "cores", fills: ThreadFills, colours: Palette): void {
    const items = by === "cores" ? threadItems(data, fills) : stateItems(lanes);
    const key = `${by} ${colours.ground} ${devicePixelRatio} ${items.map((item) => item.name).join(" ")}`;
    if (key === this.#key) return;
    this.#key = key;
    this.#box.replaceChildren(
      ...items.map((item) => {
        const source = by === "cores" ? colours.threads : colours.states;
        const fill = source[item.number % source.length];
        return h("li", { title: item.meaning }, fill ? swatch(fill) : null, item.name);
      }),
    );
  }
}

interface Item {
  readonly name: string;
  readonly meaning: string | null;
  readonly number: number;
}

function stateItems(lanes: readonly LaneData[]): Item[] {
  const seen = new Set<number>();
  for (const lane of lanes) {
    for (let i = 0; i < lane.length && seen.size < SLICE_STATES.length; i++) seen.add(lane.state[i] ?? 0);
  }
  return SLICE_STATES.flatMap((state, number) =>
    seen.has(number) ? [{ name: STATE_NAME[state], meaning: `The thread ${STATE_MEANING[state]}.`, number }] : [],
  );
}

function threadItems(data: TimelineData, fills: ThreadFills): Item[] {
  const names = new Set<string>();
  for (const lane of data.lanes) if (lane.info.kind === "thread" || lane.info.kind === "carrier") names.add(lane.info.name);
  const items: Item[] = [...names].map((name) => ({ name, meaning: `Thread ${name} ran.`, number: fills.number(name) }));
  const rest = items.length - MOST_THREADS;
  if (rest <= 0) return items;
  return [...items.slice(0, MOST_THREADS), { name: `and ${rest} more`, meaning: null, number: -1 }];
}

function swatch(fill: Fill): HTMLCanvasElement {
  const density = devicePixelRatio || 1;
  const canvas = h("canvas", { width: SWATCH * density, height: SWATCH * density, "aria-hidden": "true" });
  const context = canvas.getContext("2d");
  if (context) {
    const tall = Math.max(5, SWATCH * fill.height) * density;
    context.fillStyle = fill.style;
    context.fillRect(0, SWATCH * density - tall, SWATCH * density, tall);
  }
  return canvas;
}
