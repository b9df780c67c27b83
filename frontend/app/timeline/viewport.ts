/** The stretch of time that is on screen, in nanoseconds; `to > from` always. */
export interface Viewport {
  readonly from: number;
  readonly to: number;
}

/** Nobody can read more: 50 ns across the screen. */
const LEAST_SPAN = 50;

export const span = (view: Viewport): number => view.to - view.from;

/** All of a timeline, with a little air at its end. */
export function whole(start: number, end: number): Viewport {
  const length = Math.max(end - start, LEAST_SPAN);
  return { from: start, to: start + length * 1.01 };
}

/** Keeps a viewport within `all` and no smaller than can be read. */
export function within(view: Viewport, all: Viewport): Viewport {
  const length = Math.min(Math.max(span(view), LEAST_SPAN), span(all));
  const from = Math.min(Math.max(view.from, all.from), all.to - length);
  return { from, to: from + length };
}

/**
 * Zooms so that `anchor` stays where it is on screen.
 *
 * @param factor above 1 shows more time, below 1 less
 */
export function zoom(view: Viewport, anchor: number, factor: number, all: Viewport): Viewport {
  const length = Math.min(Math.max(span(view) * factor, LEAST_SPAN), span(all));
  const share = (anchor - view.from) / span(view);
  return within({ from: anchor - share * length, to: anchor + (1 - share) * length }, all);
}

/** Moves by a share of what is on screen; right is positive. */
export function pan(view: Viewport, share: number, all: Viewport): Viewport {
  const by = span(view) * share;
  return within({ from: view.from + by, to: view.to + by }, all);
}

/** Moves just so far that `time` is on screen, with some air. */
export function reveal(view: Viewport, time: number, all: Viewport): Viewport {
  const air = span(view) * 0.1;
  if (time < view.from + air) return within({ from: time - air, to: time - air + span(view) }, all);
  if (time > view.to - air) return within({ from: time + air - span(view), to: time + air }, all);
  return view;
}
