import { keep } from "../base/keep";

/** A bar between two panes that sets the share of the first one. */
export interface Splitter {
  readonly bar: HTMLElement;
  readonly box: HTMLElement;
  /** Custom property of `box` that takes the share, in percent. */
  readonly property: string;
  readonly axis: "x" | "y";
  readonly least: number;
  readonly most: number;
  readonly initial: number;
}

/** Makes a splitter work by mouse, finger and keys, and remembers where it was left. */
export function installSplitter(splitter: Splitter): void {
  const { bar, box, property, axis, least, most, initial } = splitter;
  const key = `pane.${property}`;
  const kept = keep.read(key);
  let share = initial;
  const set = (wanted: number): void => {
    share = Math.min(most, Math.max(least, wanted));
    box.style.setProperty(property, `${share.toFixed(2)}%`);
    bar.setAttribute("aria-valuenow", String(Math.round(share)));
  };
  bar.setAttribute("aria-valuemin", String(least));
  bar.setAttribute("aria-valuemax", String(most));
  set(typeof kept === "number" ? kept : initial);
  bar.addEventListener("pointerdown", (event) => {
    bar.setPointerCapture(event.pointerId);
    event.preventDefault();
    bar.focus();
  });
  bar.addEventListener("pointermove", (event) => {
    if (!bar.hasPointerCapture(event.pointerId)) return;
    const area = box.getBoundingClientRect();
    set(axis === "x" ? (100 * (event.clientX - area.left)) / area.width : (100 * (event.clientY - area.top)) / area.height);
  });
  bar.addEventListener("pointerup", () => keep.write(key, share));
  bar.addEventListener("dblclick", () => {
    set(initial);
    keep.write(key, share);
  });
  bar.addEventListener("keydown", (event) => {
    const [less, more] = axis === "x" ? ["ArrowLeft", "ArrowRight"] : ["ArrowUp", "ArrowDown"];
    const step = event.shiftKey ? 10 : 2;
    const wanted =
      event.key === less ? share - step : event.key === more ? share + step : event.key === "Home" ? least : event.key === "End" ? most : null;
    if (wanted === null) return;
    event.preventDefault();
    set(wanted);
    keep.write(key, share);
  });
}
