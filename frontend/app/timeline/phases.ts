import type { Mark } from "../wire/timeline";

/** A mark in view: where its line stands, and how much room its label has. */
export interface PlacedPhase {
  readonly x: number;
  /** Empty where the next mark is too near for a readable label. */
  readonly label: string;
  readonly room: number;
}

const LEAST_LABEL = 24;

/**
 * The marks on screen, as `Lab.phase` left them. A label reaches to the next mark; the table has
 * those that find no room.
 */
export function placePhases(marks: readonly Mark[], from: number, to: number, gutter: number, width: number): PlacedPhase[] {
  const xOf = (time: number): number => gutter + ((time - from) / (to - from)) * (width - gutter);
  const seen = marks.filter((mark) => mark.at >= from && mark.at <= to).sort((a, b) => a.at - b.at);
  return seen.map((mark, i) => {
    const x = xOf(mark.at);
    const next = seen[i + 1];
    const room = (next ? xOf(next.at) : width) - x - 6;
    return { x, label: room < LEAST_LABEL ? "" : mark.name, room };
  });
}

/** Height of the row of labels, in CSS pixels. */
export const PHASE_HEIGHT = 16;

/** Draws the labels into a row of the axis. */
export function drawPhaseLabels(
  context: CanvasRenderingContext2D,
  phases: readonly PlacedPhase[],
  top: number,
  colours: { readonly accent: string; readonly text: string },
): void {
  for (const phase of phases) {
    context.fillStyle = colours.accent;
    context.fillRect(Math.round(phase.x), top, 2, PHASE_HEIGHT);
    if (phase.label === "") continue;
    context.save();
    context.beginPath();
    context.rect(phase.x + 4, top, phase.room, PHASE_HEIGHT);
    context.clip();
    context.fillStyle = colours.text;
    context.fillText(phase.label, phase.x + 5, top + PHASE_HEIGHT / 2);
    context.restore();
  }
}
