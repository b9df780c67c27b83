import type { Link } from "../wire/timeline";
import type { LaneData } from "./lane-data";
import type { Fill, Palette } from "./paint";
import { thin, type Kinds, type ThinnedLane } from "./thin";
import { ThreadFills } from "./thread-fill";
import type { Viewport } from "./viewport";

/** Height of a lane, in CSS pixels. */
export const LANE_HEIGHT = 24;
const BAR = 18;

/** What is drawn, all in CSS pixels. */
export interface LanesScene {
  readonly lanes: readonly LaneData[];
  readonly view: Viewport;
  /** Width of the column with names; slices begin right of it. */
  readonly gutter: number;
  readonly width: number;
  readonly height: number;
  /** How far the lanes are scrolled. */
  readonly scroll: number;
  readonly density: number;
  readonly fills: ThreadFills;
  readonly chosen: { readonly lane: number; readonly slice: number } | null;
  readonly selection: { readonly from: number; readonly to: number; readonly lanes: ReadonlySet<number> } | null;
  readonly cursorLane: number | null;
  /** Of the chosen slice; drawn between the lanes that are shown. */
  readonly links: readonly Link[];
  readonly ticks: readonly number[];
  /** Times that the program marked. */
  readonly phases: readonly number[];
}

/** Draws the lanes that are on screen. */
export function drawLanes(context: CanvasRenderingContext2D, scene: LanesScene, palette: Palette): void {
  const { lanes, view, gutter, width, height, scroll, density } = scene;
  context.setTransform(density, 0, 0, density, 0, 0);
  context.fillStyle = palette.ground;
  context.fillRect(0, 0, width, height);
  const room = width - gutter;
  const perPixel = (view.to - view.from) / room;
  const xOf = (time: number): number => gutter + (time - view.from) / perPixel;
  context.fillStyle = palette.line;
  for (const time of scene.ticks) context.fillRect(Math.round(xOf(time)), 0, 1, height);
  const first = Math.max(0, Math.floor(scroll / LANE_HEIGHT));
  const last = Math.min(lanes.length - 1, Math.floor((scroll + height) / LANE_HEIGHT));
  for (let row = first; row <= last; row++) {
    const lane = lanes[row];
    if (!lane) continue;
    const top = row * LANE_HEIGHT - scroll;
    context.save();
    context.beginPath();
    context.rect(gutter, top, room, LANE_HEIGHT);
    context.clip();
    context.translate(gutter, top + (LANE_HEIGHT - BAR) / 2);
    if (lane.info.kind === "core") drawCore(context, lane, view.from, perPixel, room, scene, palette);
    else drawThread(context, lane, view.from, perPixel, room, palette);
    if (scene.chosen?.lane === lane.info.id) outline(context, lane, scene.chosen.slice, view.from, perPixel, room, palette);
    context.restore();
    drawName(context, lane, top, gutter, scene.cursorLane === lane.info.id, palette);
    context.fillStyle = palette.line;
    context.fillRect(0, top + LANE_HEIGHT - 1, width, 1);
    if (scene.selection?.lanes.has(lane.info.id)) {
      const left = Math.max(gutter, xOf(scene.selection.from));
      const right = Math.min(width, xOf(scene.selection.to));
      context.globalAlpha = 0.35;
      context.fillStyle = palette.selection;
      context.fillRect(left, top, Math.max(0, right - left), LANE_HEIGHT);
      context.globalAlpha = 1;
    }
  }
  context.fillStyle = palette.accent;
  for (const time of scene.phases) {
    const x = xOf(time);
    if (x >= gutter && x <= width) context.fillRect(Math.round(x), 0, 1, height);
  }
  if (scene.selection) {
    context.fillStyle = palette.accent;
    for (const time of [scene.selection.from, scene.selection.to]) {
      const x = xOf(time);
      if (x >= gutter && x <= width) context.fillRect(Math.round(x) - 1, 0, 2, height);
    }
  }
  drawLinks(context, scene, xOf, palette);
  context.fillStyle = palette.edge;
  context.fillRect(gutter - 1, 0, 1, height);
}

/** A line with an arrow head from the lane that set free to the lane that was. */
function drawLinks(
  context: CanvasRenderingContext2D,
  scene: LanesScene,
  xOf: (time: number) => number,
  palette: Palette,
): void {
  context.strokeStyle = context.fillStyle = palette.accent;
  context.lineWidth = 2;
  for (const link of scene.links) {
    const from = scene.lanes.findIndex((lane) => lane.info.id === link.from);
    const to = scene.lanes.findIndex((lane) => lane.info.id === link.to);
    const x = xOf(link.at);
    if (from < 0 || to < 0 || from === to || x < scene.gutter || x > scene.width) continue;
    const start = (from + 0.5) * LANE_HEIGHT - scene.scroll;
    const end = (to + 0.5) * LANE_HEIGHT - scene.scroll;
    const back = end > start ? -6 : 6;
    context.beginPath();
    context.moveTo(x, start);
    context.lineTo(x, end);
    context.stroke();
    context.beginPath();
    context.moveTo(x, end);
    context.lineTo(x - 4, end + back);
    context.lineTo(x + 4, end + back);
    context.fill();
  }
}

function drawThread(
  context: CanvasRenderingContext2D,
  lane: LaneData,
  from: number,
  perPixel: number,
  width: number,
  palette: Palette,
): void {
  thin(lane, from, perPixel, width, {
    slice(i, left, right) {
      const fill = palette.states[lane.state[i] ?? 0];
      if (!fill) return;
      const tall = BAR * fill.height;
      context.fillStyle = fill.style;
      context.fillRect(left, BAR - tall, right - left - (right - left > 3 ? 0.5 : 0), tall);
    },
    column: (x, columnWidth, shares) => drawColumn(context, x, columnWidth, shares, palette.states),
  });
}

/** On a core lane what matters is who ran: colour and pattern tell threads apart, a label names them. */
function drawCore(
  context: CanvasRenderingContext2D,
  lane: LaneData,
  from: number,
  perPixel: number,
  width: number,
  scene: LanesScene,
  palette: Palette,
): void {
  context.font = `11px ${palette.font}`;
  context.textBaseline = "middle";
  const kinds: Kinds = {
    count: palette.threads.length,
    of: (i) => scene.fills.number(ThreadFills.whoRan(lane, i)) % palette.threads.length,
  };
  const drawing: ThinnedLane = {
    slice(i, left, right) {
      const fill = palette.threads[kinds.of(i)];
      if (!fill) return;
      context.fillStyle = fill.style;
      context.fillRect(left, 0, right - left - (right - left > 3 ? 0.5 : 0), BAR);
      const room = right - left - 8;
      if (room < 24) return;
      const label = elide(context, ThreadFills.whoRan(lane, i), room);
      if (label === "") return;
      context.fillStyle = fill.colour;
      context.fillRect(left + 2, 2, context.measureText(label).width + 5, BAR - 4);
      context.fillStyle = palette.onFill;
      context.fillText(label, left + 4, BAR / 2 + 0.5);
    },
    column: (x, columnWidth, shares) => drawColumn(context, x, columnWidth, shares, palette.threads),
  };
  thin(lane, from, perPixel, width, drawing, kinds);
}

/** Stacks the kinds that share a column; patterns would not be seen at this width. */
function drawColumn(
  context: CanvasRenderingContext2D,
  x: number,
  width: number,
  shares: Float64Array,
  fills: readonly Fill[],
): void {
  let bottom = BAR;
  shares.forEach((share, kind) => {
    const fill = fills[kind];
    if (share <= 0 || !fill) return;
    const tall = Math.min(bottom, share * BAR * fill.height);
    context.fillStyle = fill.colour;
    context.fillRect(x, bottom - tall, width, tall);
    bottom -= tall;
  });
}

function outline(
  context: CanvasRenderingContext2D,
  lane: LaneData,
  i: number,
  from: number,
  perPixel: number,
  width: number,
  palette: Palette,
): void {
  const left = Math.max(-2, ((lane.from[i] ?? 0) - from) / perPixel);
  const right = Math.min(width + 2, ((lane.to[i] ?? 0) - from) / perPixel);
  context.lineWidth = 2;
  context.strokeStyle = palette.text;
  context.strokeRect(left, -1, Math.max(2, right - left), BAR + 2);
}

function drawName(
  context: CanvasRenderingContext2D,
  lane: LaneData,
  top: number,
  gutter: number,
  current: boolean,
  palette: Palette,
): void {
  context.fillStyle = current ? palette.selection : palette.raised;
  context.fillRect(0, top, gutter - 1, LANE_HEIGHT);
  context.font = `12px ${palette.font}`;
  context.textBaseline = "middle";
  context.fillStyle = lane.info.kind === "vm" || lane.info.kind === "gc" ? palette.quiet : palette.text;
  context.fillText(elide(context, lane.info.name, gutter - 16), 8, top + LANE_HEIGHT / 2);
}

/** Cuts a name in its middle, since numbers at its end tell pool threads apart. */
function elide(context: CanvasRenderingContext2D, text: string, room: number): string {
  const full = context.measureText(text).width;
  if (full <= room) return text;
  // Reckoned, not measured for each length: this runs for every label of every frame.
  const length = Math.floor((room / full) * text.length) - 2;
  if (length < 3) return "";
  const tail = Math.ceil(length / 2);
  return `${text.slice(0, length - tail)}…${text.slice(-tail)}`;
}
