import type { Find } from "../base/dom";
import type { LaneData } from "./lane-data";
import type { Palette } from "./paint";
import { thin } from "./thin";
import type { Viewport } from "./viewport";

/**
 * The whole run in a strip: how many cores were busy in each column, with a window over what is on
 * screen below. Dragging the window pans.
 */
export class Minimap {
  readonly #canvas: HTMLCanvasElement;
  #all: Viewport = { from: 0, to: 1 };
  #key = "";
  #busy = new Float64Array(0);

  constructor(onCentre: (time: number) => void, find: Find) {
    this.#canvas = find("minimap", HTMLCanvasElement);
    const centre = (event: PointerEvent): void => {
      const box = this.#canvas.getBoundingClientRect();
      const share = (event.clientX - box.left) / box.width;
      onCentre(this.#all.from + share * (this.#all.to - this.#all.from));
    };
    this.#canvas.addEventListener("pointerdown", (event) => {
      this.#canvas.setPointerCapture(event.pointerId);
      centre(event);
    });
    this.#canvas.addEventListener("pointermove", (event) => {
      if (this.#canvas.hasPointerCapture(event.pointerId)) centre(event);
    });
  }

  /**
   * @param version grows when the lanes do
   * @param scale lanes of full height: cores
   */
  draw(lanes: readonly LaneData[], all: Viewport, view: Viewport, version: string, scale: number, palette: Palette): void {
    const density = devicePixelRatio || 1;
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    if (width === 0) return;
    this.#all = all;
    if (this.#canvas.width !== Math.round(width * density)) this.#canvas.width = Math.round(width * density);
    if (this.#canvas.height !== Math.round(height * density)) this.#canvas.height = Math.round(height * density);
    const context = this.#canvas.getContext("2d");
    if (!context) return;
    const key = `${version}/${width}/${all.from}/${all.to}`;
    if (key !== this.#key) {
      this.#key = key;
      this.#busy = busyShare(lanes, all, width);
    }
    context.setTransform(density, 0, 0, density, 0, 0);
    context.fillStyle = palette.ground;
    context.fillRect(0, 0, width, height);
    context.fillStyle = palette.states[0]?.colour ?? palette.text;
    this.#busy.forEach((share, x) => {
      const tall = Math.min(1, share / Math.max(1, scale)) * (height - 2);
      if (tall > 0) context.fillRect(x, height - tall, 1, tall);
    });
    const left = ((view.from - all.from) / (all.to - all.from)) * width;
    const right = ((view.to - all.from) / (all.to - all.from)) * width;
    context.fillStyle = palette.raised;
    context.globalAlpha = 0.7;
    context.fillRect(0, 0, left, height);
    context.fillRect(right, 0, width - right, height);
    context.globalAlpha = 1;
    context.strokeStyle = palette.accent;
    context.lineWidth = 2;
    context.strokeRect(Math.max(1, left), 1, Math.max(3, Math.min(width - 1, right) - Math.max(1, left)), height - 2);
  }
}

/** How many of the lanes were running, on average, in each column. */
function busyShare(lanes: readonly LaneData[], all: Viewport, width: number): Float64Array<ArrayBuffer> {
  const busy = new Float64Array(width);
  const perPixel = (all.to - all.from) / width;
  const RUNNING = 0;
  for (const lane of lanes) {
    thin(lane, all.from, perPixel, width, {
      slice(i, left, right) {
        if (lane.state[i] !== RUNNING) return;
        for (let x = Math.floor(left); x < right && x < width; x++) {
          busy[x] = (busy[x] ?? 0) + Math.min(right, x + 1) - Math.max(left, x);
        }
      },
      column(x, _width, shares) {
        if (x < width) busy[x] = (busy[x] ?? 0) + (shares[RUNNING] ?? 0);
      },
    });
  }
  return busy;
}
