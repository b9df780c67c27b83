import { SLICE_STATES, type SliceState } from "../wire/timeline";

/** How a state is filled: colour, pattern and height tell it, each by itself. */
export interface Fill {
  readonly colour: string;
  readonly style: string | CanvasPattern;
  /** Share of the lane's height: what is on a core, or wants one, stands tall. */
  readonly height: number;
}

type Pattern = "solid" | "rising" | "crossed" | "dots" | "level" | "upright" | "falling" | "checks" | "wide" | "sparse";

/** Custom properties `--state-…` hold the colours of both themes. */
const LOOK: Record<SliceState, { readonly pattern: Pattern; readonly height: number }> = {
  RUNNING: { pattern: "solid", height: 1 },
  RUNNABLE: { pattern: "rising", height: 1 },
  BLOCKED: { pattern: "crossed", height: 0.72 },
  WAITING: { pattern: "dots", height: 0.5 },
  PARKED: { pattern: "level", height: 0.5 },
  SLEEPING: { pattern: "upright", height: 0.5 },
  IO: { pattern: "falling", height: 0.72 },
  PINNED: { pattern: "checks", height: 0.72 },
  GC: { pattern: "wide", height: 0.72 },
  OFF_CPU: { pattern: "sparse", height: 0.3 },
};

/** All that is needed to paint a timeline in the current theme on a screen of this density. */
export interface Palette {
  /** By the state's number. */
  readonly states: readonly Fill[];
  /** Colours and patterns that tell threads apart on core lanes. */
  readonly threads: readonly Fill[];
  readonly text: string;
  readonly quiet: string;
  readonly onFill: string;
  readonly line: string;
  readonly edge: string;
  readonly ground: string;
  readonly raised: string;
  readonly accent: string;
  readonly selection: string;
  readonly font: string;
}

const THREAD_PATTERNS: readonly Pattern[] = ["solid", "rising", "level", "crossed"];
const THREAD_COLOURS = 6;

export function palette(context: CanvasRenderingContext2D, density: number): Palette {
  const style = getComputedStyle(document.documentElement);
  const value = (name: string): string => style.getPropertyValue(name).trim();
  const ink = value("--pattern-ink");
  const fill = (colour: string, pattern: Pattern, height: number): Fill => ({
    colour,
    style: tile(context, colour, ink, pattern, density),
    height,
  });
  const threads: Fill[] = [];
  for (let i = 0; i < THREAD_COLOURS * THREAD_PATTERNS.length; i++) {
    // Neighbours differ in colour and in pattern.
    const pattern = THREAD_PATTERNS[(i + Math.floor(i / THREAD_COLOURS)) % THREAD_PATTERNS.length] ?? "solid";
    threads.push(fill(value(`--thread-${i % THREAD_COLOURS}`), pattern, 1));
  }
  return {
    states: SLICE_STATES.map((state) => fill(value(`--state-${state.toLowerCase().replace("_", "-")}`), LOOK[state].pattern, LOOK[state].height)),
    threads,
    text: value("--text"),
    quiet: value("--quiet"),
    onFill: value("--on-fill"),
    line: value("--line"),
    edge: value("--edge"),
    ground: value("--sunk"),
    raised: value("--raised"),
    accent: value("--accent"),
    selection: value("--selection"),
    font: value("--sans"),
  };
}

/** A repeating tile of 8 by 8 CSS pixels. */
function tile(
  target: CanvasRenderingContext2D,
  colour: string,
  ink: string,
  pattern: Pattern,
  density: number,
): string | CanvasPattern {
  if (pattern === "solid") return colour;
  const size = Math.round(8 * density);
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = size;
  const context = canvas.getContext("2d");
  if (!context) return colour;
  context.fillStyle = colour;
  context.fillRect(0, 0, size, size);
  context.strokeStyle = context.fillStyle = ink;
  context.lineWidth = Math.max(1, 1.25 * density);
  const stroke = (...lines: [number, number, number, number][]): void => {
    context.beginPath();
    for (const [x1, y1, x2, y2] of lines) {
      context.moveTo(x1 * size, y1 * size);
      context.lineTo(x2 * size, y2 * size);
    }
    context.stroke();
  };
  const rising: [number, number, number, number][] = [[-0.25, 1.25, 1.25, -0.25], [-0.25, 0.25, 0.25, -0.25], [0.75, 1.25, 1.25, 0.75]];
  const falling = rising.map(([x1, y1, x2, y2]): [number, number, number, number] => [x1, 1 - y1, x2, 1 - y2]);
  const half = size / 2;
  switch (pattern) {
    case "rising":
      stroke(...rising);
      break;
    case "falling":
      stroke(...falling);
      break;
    case "crossed":
      stroke(...rising, ...falling);
      break;
    case "level":
      stroke([0, 0.25, 1, 0.25], [0, 0.75, 1, 0.75]);
      break;
    case "upright":
      stroke([0.25, 0, 0.25, 1]);
      break;
    case "wide":
      stroke([0.25, 0, 0.25, 1], [0.75, 0, 0.75, 1]);
      break;
    case "dots":
      context.fillRect(size / 8, size / 8, half / 2, half / 2);
      context.fillRect(half + size / 8, half + size / 8, half / 2, half / 2);
      break;
    case "checks":
      context.fillRect(0, 0, half, half);
      context.fillRect(half, half, half, half);
      break;
    case "sparse":
      context.fillRect(0, 0, size / 8, size);
      break;
  }
  return target.createPattern(canvas, "repeat") ?? colour;
}
