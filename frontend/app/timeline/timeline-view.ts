import { byId, h, isTyping, oncePerFrame, type Find } from "../base/dom";
import { duration } from "../base/format";
import type { TimelineUrl } from "../url-state";
import type { Link } from "../wire/timeline";
import { ticks } from "./axis";
import { drawLanes, LANE_HEIGHT } from "./draw-lanes";
import type { LaneData } from "./lane-data";
import { isJvmLane, jvmLaneCount, visibleLanes } from "./lane-order";
import { Legend } from "./legend";
import { Minimap } from "./minimap";
import { palette, type Palette } from "./paint";
import { SelectionPanel } from "./selection-panel";
import { drawPhaseLabels, PHASE_HEIGHT, placePhases } from "./phases";
import { freedBy, linksOf } from "./slice-links";
import { TimelineTable } from "./table";
import { ThreadFills } from "./thread-fill";
import { TimelineData } from "./timeline-data";
import { pan, reveal, span, whole, within, zoom, type Viewport } from "./viewport";
import { explain, provenance } from "./words";

interface Selection {
  readonly from: number;
  readonly to: number;
  /** First and last row. */
  readonly rows: readonly [number, number];
}

interface Chosen {
  readonly lane: number;
  /** Start of the slice, which stays when data is replaced, unlike its index. */
  readonly from: number;
}

/** Pixels that a pointer moves before a press becomes a selection. */
const DRAG_START = 4;

/**
 * The timeline: lanes on a canvas in Perfetto's grammar. One owner of viewport, selection and chosen
 * slice; drawing, sums, table and words are elsewhere.
 */
export class TimelineView {
  readonly #section: HTMLElement;
  readonly #body: HTMLElement;
  readonly #scroller: HTMLElement;
  readonly #spacer: HTMLElement;
  readonly #canvas: HTMLCanvasElement;
  readonly #axis: HTMLCanvasElement;
  readonly #tip: HTMLElement;
  readonly #detail: HTMLElement;
  readonly #empty: HTMLElement;
  readonly #source: HTMLElement;
  readonly #byThreads: HTMLButtonElement;
  readonly #byCores: HTMLButtonElement;
  readonly #jvm: HTMLInputElement;
  readonly #jvmText: HTMLElement;
  readonly #trace: HTMLAnchorElement;
  readonly #legend: Legend;
  readonly #table: TimelineTable;
  readonly #panel: SelectionPanel;
  readonly #minimap: Minimap;
  readonly #refresh = oncePerFrame(() => this.#render());
  readonly #onUrl: (state: TimelineUrl) => void;

  #data = new TimelineData();
  #url: TimelineUrl = { zoom: null, by: "threads", jvm: false };
  #lanes: LaneData[] = [];
  #view: Viewport = { from: 0, to: 1e9 };
  #selection: Selection | null = null;
  #chosen: Chosen | null = null;
  #row = 0;
  #fills = new ThreadFills();
  #palette: Palette | null = null;
  #density = 1;
  #hovered = false;
  #extent: Viewport | null = null;

  constructor(onUrl: (state: TimelineUrl) => void, find: Find = byId) {
    this.#onUrl = onUrl;
    this.#section = find("timeline", HTMLElement);
    this.#body = find("timeline-body", HTMLElement);
    this.#scroller = find("lanes-scroll", HTMLElement);
    this.#spacer = find("lanes-spacer", HTMLElement);
    this.#canvas = find("lanes", HTMLCanvasElement);
    this.#axis = find("axis", HTMLCanvasElement);
    this.#tip = find("lane-tip", HTMLElement);
    this.#detail = find("slice-detail", HTMLElement);
    this.#empty = find("timeline-empty", HTMLElement);
    this.#source = find("timeline-source", HTMLElement);
    this.#byThreads = find("by-threads", HTMLButtonElement);
    this.#byCores = find("by-cores", HTMLButtonElement);
    this.#jvm = find("show-jvm", HTMLInputElement);
    this.#jvmText = find("show-jvm-text", HTMLElement);
    this.#trace = find("download-trace", HTMLAnchorElement);
    this.#legend = new Legend(find);
    this.#table = new TimelineTable(find);
    this.#panel = new SelectionPanel(find);
    this.#minimap = new Minimap((time) => {
      const half = span(this.#view) / 2;
      this.#look({ from: time - half, to: time + half });
    }, find);
    this.#byThreads.addEventListener("click", () => this.#choose({ by: "threads" }));
    this.#byCores.addEventListener("click", () => this.#choose({ by: "cores" }));
    this.#jvm.addEventListener("change", () => this.#choose({ jvm: this.#jvm.checked }));
    const press = (id: string, act: () => void): void =>
      find(id, HTMLButtonElement).addEventListener("click", act);
    press("zoom-in", () => this.#zoom(0.5));
    press("zoom-out", () => this.#zoom(2));
    press("zoom-fit", () => this.#fit());
    press("zoom-all", () => this.#fitAll());
    this.#section.addEventListener("pointerenter", () => (this.#hovered = true));
    this.#section.addEventListener("pointerleave", () => (this.#hovered = false));
    document.addEventListener("keydown", (event) => this.#key(event));
    this.#scroller.addEventListener("scroll", this.#refresh);
    this.#canvas.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
    this.#canvas.addEventListener("pointerdown", (event) => this.#press(event));
    this.#canvas.addEventListener("pointermove", (event) => this.#hover(event));
    this.#canvas.addEventListener("pointerleave", () => (this.#tip.hidden = true));
    new ResizeObserver(this.#refresh).observe(this.#body);
    this.#refresh();
  }

  /** Another theme or density needs other patterns. */
  repaint(): void {
    this.#palette = null;
    this.#refresh();
  }

  /** Shows a run's data from its beginning, or the whole data in place of the live one. */
  show(data: TimelineData, traceUrl: string | null): void {
    this.#data = data;
    if (traceUrl === null) this.#trace.removeAttribute("href");
    else this.#trace.href = traceUrl;
    this.#trace.hidden = traceUrl === null || !data.whole;
    this.busy = traceUrl === null && !data.isEmpty;
    this.changed();
  }

  /** Whether more is to come, or the whole to replace what came live. */
  set busy(busy: boolean) {
    this.#section.ariaBusy = String(busy);
  }

  /** Forgets what was chosen, for another run. */
  reset(url: TimelineUrl, emptyText: string): void {
    this.#url = url;
    this.#selection = this.#chosen = null;
    this.#row = 0;
    this.#fills = new ThreadFills();
    this.#empty.textContent = emptyText;
    this.#detail.textContent = "";
    this.show(new TimelineData(), null);
  }

  set emptyText(text: string) {
    this.#empty.textContent = text;
  }

  /** The data grew. */
  changed(): void {
    this.#lanes = visibleLanes(this.#data, this.#url);
    this.#row = Math.min(this.#row, Math.max(0, this.#lanes.length - 1));
    this.#view = this.#url.zoom ? within(this.#url.zoom, this.#all) : this.#all;
    this.#numberThreads();
    this.#refresh();
  }

  /** The stretch that is all of it, where that is more than its own data: two timelines share an axis. */
  set extent(extent: Viewport | null) {
    this.#extent = extent;
    this.changed();
  }

  /** Shows the stretch and the lanes that another timeline shows; nobody is told. */
  follow(url: TimelineUrl): void {
    if (url.by !== this.#url.by || url.jvm !== this.#url.jvm) {
      this.#selection = null;
      this.#row = 0;
    }
    this.#url = url;
    this.changed();
  }

  get #all(): Viewport {
    return this.#extent ?? whole(Math.min(0, this.#data.startNanos), this.#data.endNanos);
  }

  get #gutter(): number {
    return this.#canvas.clientWidth < 520 ? 96 : 168;
  }

  /** Threads get their colour by their lane, not by who happened to be drawn first. */
  #numberThreads(): void {
    for (const lane of visibleLanes(this.#data, { by: "threads", jvm: false })) this.#fills.number(lane.info.name);
  }

  #choose(change: Partial<TimelineUrl>): void {
    this.#url = { ...this.#url, ...change };
    this.#selection = null;
    this.#row = 0;
    this.#scroller.scrollTop = 0;
    this.changed();
    this.#onUrl(this.#url);
  }

  /** Shows a stretch of time; all of it counts as no zoom, which keeps following a live run. */
  #look(view: Viewport): void {
    const all = this.#all;
    this.#view = within(view, all);
    const zoomed = span(this.#view) < span(all) * 0.999;
    this.#url = { ...this.#url, zoom: zoomed ? this.#view : null };
    this.#refresh();
    this.#onUrl(this.#url);
  }

  #zoom(factor: number, anchor = (this.#view.from + this.#view.to) / 2): void {
    this.#look(zoom(this.#view, anchor, factor, this.#all));
  }

  #pan(share: number): void {
    this.#look(pan(this.#view, share, this.#all));
  }

  /** Fits the selection, or else the chosen slice. */
  #fit(): void {
    if (this.#selection) return this.#look(this.#selection);
    const slice = this.#chosenSlice();
    if (!slice) return;
    const air = (slice.to - slice.from) * 0.5;
    this.#look({ from: slice.from - air, to: slice.to + air });
  }

  #fitAll(): void {
    this.#look(this.#all);
  }

  #chosenSlice(): { lane: LaneData; index: number; from: number; to: number } | null {
    if (!this.#chosen) return null;
    const lane = this.#data.lane(this.#chosen.lane);
    if (!lane) return null;
    const index = lane.firstNotBefore(this.#chosen.from);
    if (index >= lane.length) return null;
    return { lane, index, from: lane.from[index] ?? 0, to: lane.to[index] ?? 0 };
  }

  #pick(row: number, index: number): void {
    const lane = this.#lanes[row];
    if (!lane || index < 0 || index >= lane.length) return;
    this.#row = row;
    this.#chosen = { lane: lane.info.id, from: lane.from[index] ?? 0 };
    this.#tell(lane, index);
    const top = row * LANE_HEIGHT;
    const { scrollTop, clientHeight } = this.#scroller;
    if (top < scrollTop) this.#scroller.scrollTop = top;
    else if (top + LANE_HEIGHT > scrollTop + clientHeight) this.#scroller.scrollTop = top + LANE_HEIGHT - clientHeight;
    this.#refresh();
  }

  #step(by: number): void {
    const chosen = this.#chosenSlice();
    const lane = this.#lanes[this.#row];
    if (!lane) return;
    const index =
      chosen && chosen.lane === lane
        ? chosen.index + by
        : Math.min(lane.firstEndingAfter(this.#view.from), lane.length - 1);
    this.#pick(this.#row, Math.min(Math.max(0, index), lane.length - 1));
    const now = this.#chosenSlice();
    if (now && (now.from < this.#view.from || now.to > this.#view.to)) {
      this.#look(reveal(this.#view, by > 0 ? now.to : now.from, this.#all));
    }
  }

  #moveRow(by: number): void {
    const row = Math.min(Math.max(0, this.#row + by), this.#lanes.length - 1);
    const lane = this.#lanes[row];
    if (!lane) return;
    const time = this.#chosenSlice()?.from ?? this.#view.from;
    this.#row = row;
    const index = Math.min(lane.firstEndingAfter(time), lane.length - 1);
    if (index >= 0) this.#pick(row, index);
    else {
      this.#chosen = null;
      this.#detail.textContent = `${lane.info.name}: nothing recorded.`;
      this.#refresh();
    }
  }

  /** Says what the slice was, and who ended it, with a way there. */
  #tell(lane: LaneData, index: number): void {
    const slice = lane.at(index);
    const { into } = linksOf(this.#data, lane.info.id, slice.from, slice.to);
    this.#detail.replaceChildren(explain(this.#data, lane, slice));
    if (into) {
      this.#detail.append(
        " ",
        h("button", { type: "button", onclick: () => this.#jump(into) }, freedBy(this.#data, into)),
      );
    }
  }

  /** Goes to what the other thread did at the moment of a link. */
  #jump(link: Link): void {
    const lane = this.#data.lane(link.from);
    if (!lane || lane.length === 0) return;
    const index = lane.firstEndingAfter(link.at - 1);
    this.choose(link.from, lane.from[Math.min(index, lane.length - 1)] ?? 0, false);
  }

  /** Chooses a slice of a lane, as a diagnosis does that proves a line by it, and shows it. */
  choose(id: number, from: number, fit = true): void {
    const target = this.#data.lane(id);
    if (!target) return;
    if (!this.#lanes.includes(target)) {
      this.#choose(target.info.kind === "core" ? { by: "cores" } : { by: "threads", jvm: isJvmLane(target) });
    }
    const row = this.#lanes.indexOf(target);
    const index = Math.min(target.firstEndingAfter(from), target.length - 1);
    this.#selection = null;
    this.#pick(row, index);
    if (fit) this.#fit();
    else this.#look(reveal(this.#view, from, this.#all));
    this.#section.scrollIntoView({ block: "nearest" });
    this.#canvas.focus({ preventScroll: true });
  }

  /** Marks a stretch of a lane, for evidence that is no single slice. */
  select(evidence: { readonly lane: number; readonly from: number; readonly to: number }): void {
    this.choose(evidence.lane, evidence.from);
    const row = this.#lanes.findIndex((lane) => lane.info.id === evidence.lane);
    if (row < 0) return;
    const length = evidence.to - evidence.from;
    this.#selection = { from: evidence.from, to: evidence.to, rows: [row, row] };
    this.#look({ from: evidence.from - length * 0.5, to: evidence.to + length * 0.5 });
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
    // Of two timelines, one with the focus and one below the pointer, one acts.
    if (event.defaultPrevented) return;
    if (document.querySelector("dialog[open]")) return;
    const focused = document.activeElement === this.#canvas;
    if (!this.#hovered && !this.#section.contains(document.activeElement)) return;
    const act = this.#actions[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act || (event.key.startsWith("Arrow") && !focused) || (event.key === "Enter" && !focused)) return;
    event.preventDefault();
    act();
  }

  readonly #actions: Readonly<Record<string, () => void>> = {
    w: () => this.#zoom(0.7),
    s: () => this.#zoom(1 / 0.7),
    a: () => this.#pan(-0.2),
    d: () => this.#pan(0.2),
    f: () => this.#fit(),
    "0": () => this.#fitAll(),
    ".": () => this.#step(1),
    ",": () => this.#step(-1),
    ArrowRight: () => this.#step(1),
    ArrowLeft: () => this.#step(-1),
    ArrowDown: () => this.#moveRow(1),
    ArrowUp: () => this.#moveRow(-1),
    Enter: () => this.#fit(),
    Escape: () => {
      this.#selection = this.#chosen = null;
      this.#detail.textContent = "";
      this.#refresh();
    },
  };

  #wheel(event: WheelEvent): void {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      this.#zoom(Math.exp(Math.max(-60, Math.min(60, event.deltaY)) / 120), this.#timeAt(event.offsetX));
    } else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      event.preventDefault();
      this.#pan((event.deltaX || event.deltaY) / Math.max(1, this.#canvas.clientWidth));
    }
  }

  #timeAt(x: number): number {
    const room = Math.max(1, this.#canvas.clientWidth - this.#gutter);
    return this.#view.from + ((x - this.#gutter) / room) * span(this.#view);
  }

  #rowAt(y: number): number {
    return Math.floor((y + this.#scroller.scrollTop) / LANE_HEIGHT);
  }

  /** A press chooses a slice; dragged, it selects. With shift or the middle button it pans. */
  #press(event: PointerEvent): void {
    // A finger scrolls the page and taps; it does not select.
    const touch = event.pointerType === "touch";
    if (event.button > 1) return;
    const start = { x: event.offsetX, y: event.offsetY, view: this.#view };
    const panning = event.button === 1 || event.shiftKey;
    let dragged = false;
    if (!touch) this.#canvas.setPointerCapture(event.pointerId);
    const onMove = (move: PointerEvent): void => {
      if (!dragged && Math.abs(move.offsetX - start.x) < DRAG_START) return;
      dragged = true;
      if (touch) return;
      if (panning) {
        const by = this.#timeAt(start.x) - this.#timeAt(move.offsetX);
        const { from, to } = this.#view;
        this.#look({ from: from + by, to: to + by });
        start.x = move.offsetX;
        return;
      }
      const times = [this.#timeAt(start.x), this.#timeAt(move.offsetX)].sort((a, b) => a - b);
      const rows = [this.#rowAt(start.y), this.#rowAt(move.offsetY)].sort((a, b) => a - b);
      const last = this.#lanes.length - 1;
      this.#selection = {
        from: Math.max(times[0] ?? 0, this.#view.from),
        to: Math.min(times[1] ?? 0, this.#view.to),
        rows: [Math.max(0, Math.min(rows[0] ?? 0, last)), Math.max(0, Math.min(rows[1] ?? 0, last))],
      };
      this.#refresh();
    };
    const onUp = (up: PointerEvent): void => {
      this.#canvas.removeEventListener("pointermove", onMove);
      if (dragged || up.type === "pointercancel") return;
      this.#selection = null;
      const row = this.#rowAt(up.offsetY);
      const lane = this.#lanes[row];
      if (!lane) return;
      this.#row = row;
      const index = up.offsetX > this.#gutter ? nearest(lane, this.#timeAt(up.offsetX), span(this.#view) / this.#canvas.clientWidth) : -1;
      if (index >= 0) this.#pick(row, index);
      else {
        this.#chosen = null;
        this.#detail.textContent = "";
        this.#refresh();
      }
    };
    this.#canvas.addEventListener("pointermove", onMove);
    this.#canvas.addEventListener("pointerup", onUp, { once: true });
    this.#canvas.addEventListener("pointercancel", onUp, { once: true });
  }

  #hover(event: PointerEvent): void {
    const lane = this.#lanes[this.#rowAt(event.offsetY)];
    const time = this.#timeAt(event.offsetX);
    if (!lane || event.buttons !== 0) {
      this.#tip.hidden = true;
      return;
    }
    if (event.offsetX <= this.#gutter) this.#tip.textContent = lane.info.name;
    else {
      const index = nearest(lane, time, span(this.#view) / this.#canvas.clientWidth);
      if (index < 0) {
        this.#tip.hidden = true;
        return;
      }
      this.#tip.textContent = explain(this.#data, lane, lane.at(index));
    }
    this.#tip.hidden = false;
    const width = this.#tip.offsetWidth;
    const height = this.#tip.offsetHeight;
    const below = event.clientY + 18;
    this.#tip.style.left = `${Math.max(4, Math.min(event.clientX + 12, innerWidth - width - 4))}px`;
    this.#tip.style.top = `${below + height > innerHeight ? event.clientY - height - 10 : below}px`;
  }

  #render(): void {
    const empty = this.#lanes.length === 0;
    this.#body.hidden = empty;
    this.#empty.hidden = !empty;
    this.#byThreads.setAttribute("aria-pressed", String(this.#url.by === "threads"));
    this.#byCores.setAttribute("aria-pressed", String(this.#url.by === "cores"));
    const hidden = jvmLaneCount(this.#data);
    this.#jvm.checked = this.#url.jvm;
    this.#jvm.disabled = hidden === 0 || this.#url.by === "cores";
    this.#jvmText.textContent = hidden === 0 ? "JVM threads" : `JVM threads (${hidden})`;
    this.#source.textContent = empty ? "" : provenance(this.#data);
    this.#table.show(this.#data, this.#lanes, this.#view);
    if (empty) {
      this.#panel.show(null);
      return;
    }
    const density = devicePixelRatio || 1;
    const context = this.#canvas.getContext("2d");
    const axis = this.#axis.getContext("2d");
    if (!context || !axis) return;
    if (this.#palette === null || density !== this.#density) {
      this.#density = density;
      this.#palette = palette(context, density);
    }
    const colours = this.#palette;
    this.#spacer.style.height = `${this.#lanes.length * LANE_HEIGHT}px`;
    const width = this.#scroller.clientWidth;
    const height = Math.min(this.#scroller.clientHeight, this.#lanes.length * LANE_HEIGHT);
    fitCanvas(this.#canvas, width, height, density);
    fitCanvas(this.#axis, width, this.#axisHeight, density);
    const gutter = this.#gutter;
    const marks = ticks(this.#view.from, this.#view.to, width - gutter, 90);
    const rows = this.#selection?.rows;
    const selected = rows ? this.#lanes.slice(rows[0], rows[1] + 1) : [];
    const chosen = this.#chosenSlice();
    drawLanes(
      context,
      {
        lanes: this.#lanes,
        view: this.#view,
        gutter,
        width,
        height,
        scroll: this.#scroller.scrollTop,
        density,
        fills: this.#fills,
        chosen: chosen && { lane: chosen.lane.info.id, slice: chosen.index },
        selection: this.#selection && {
          ...this.#selection,
          lanes: new Set(selected.map((lane) => lane.info.id)),
        },
        links: chosen ? this.#linksOf(chosen) : [],
        cursorLane: this.#chosen?.lane ?? null,
        ticks: marks.map((tick) => tick.time),
        phases: this.#data.marks.map((mark) => mark.at),
      },
      colours,
    );
    this.#drawAxis(axis, marks, width, gutter, density, colours);
    const cores = visibleLanes(this.#data, { by: "cores", jvm: false });
    const busy = cores.length > 0 ? cores : this.#lanes.filter((lane) => !isJvmLane(lane));
    this.#minimap.draw(busy, this.#all, this.#view, `${this.#data.version}/${this.#data.sliceCount}`, cores.length || 1, colours);
    this.#legend.show(this.#data, this.#lanes, this.#url.by, this.#fills, colours);
    this.#panel.show(this.#selection && { ...this.#selection, lanes: selected });
    this.#canvas.setAttribute(
      "aria-label",
      `Timeline with ${this.#lanes.length} lanes, from ${duration(this.#view.from)} to ${duration(this.#view.to)}. The table below has the same data.`,
    );
  }

  /** A row for the times, above it one for phases where there are any. */
  get #axisHeight(): number {
    return this.#data.marks.length > 0 ? 22 + PHASE_HEIGHT : 22;
  }

  #linksOf(chosen: { lane: LaneData; from: number; to: number }): readonly Link[] {
    const { into, out } = linksOf(this.#data, chosen.lane.info.id, chosen.from, chosen.to);
    return into ? [into, ...out] : out;
  }

  #drawAxis(
    context: CanvasRenderingContext2D,
    marks: ReturnType<typeof ticks>,
    width: number,
    gutter: number,
    density: number,
    colours: Palette,
  ): void {
    context.setTransform(density, 0, 0, density, 0, 0);
    context.fillStyle = colours.raised;
    const top = this.#axisHeight - 22;
    context.fillRect(0, 0, width, this.#axisHeight);
    context.fillStyle = colours.quiet;
    context.font = `11px ${colours.font}`;
    context.textBaseline = "middle";
    for (const tick of marks) {
      const x = gutter + ((tick.time - this.#view.from) / span(this.#view)) * (width - gutter);
      context.fillRect(Math.round(x), top + 15, 1, 7);
      const half = context.measureText(tick.label).width / 2;
      context.fillText(tick.label, Math.max(gutter, Math.min(width - 2 * half - 2, x - half)), top + 8);
    }
    drawPhaseLabels(context, placePhases(this.#data.marks, this.#view.from, this.#view.to, gutter, width), 0, {
      accent: colours.accent,
      text: colours.quiet,
    });
  }
}

/** The slice at a time, or the next one within a few pixels: thin slices are hard to hit. */
function nearest(lane: LaneData, time: number, perPixel: number): number {
  const hit = lane.sliceAt(time);
  if (hit >= 0) return hit;
  const next = lane.firstNotBefore(time);
  const near = 3 * perPixel;
  if (next < lane.length && (lane.from[next] ?? 0) - time <= near) return next;
  return next > 0 && time - (lane.to[next - 1] ?? 0) <= near ? next - 1 : -1;
}

function fitCanvas(canvas: HTMLCanvasElement, width: number, height: number, density: number): void {
  const pixels = Math.round(width * density);
  const rows = Math.round(height * density);
  if (canvas.width !== pixels) canvas.width = pixels;
  if (canvas.height !== rows) canvas.height = rows;
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
}
