export type OutputStream = "stdout" | "stderr";

/** A line that a program wrote; its stream may still be adding to it. */
export interface OutputLine {
  /** From 0, over all lines of the run. */
  readonly number: number;
  readonly stream: OutputStream;
  text: string;
  /** Characters of the line that are left out of `text`. */
  cut: number;
}

/** Lines that are kept for showing. */
export const LINES_SHOWN = 5_000;
/** Characters of one line that are kept for showing. */
export const LINE_LENGTH_SHOWN = 4_000;

/**
 * What a program wrote. The last lines are kept one by one for showing, all of it for copying; the
 * limits of a run bound that. Lines of the two streams follow each other in the order they came.
 */
export class OutputLines {
  #lines: OutputLine[] = [];
  #total = 0;
  #open = false;
  #pieces: { stream: OutputStream; text: string }[] = [];

  /** The last {@link LINES_SHOWN} lines. */
  get lines(): readonly OutputLine[] {
    return this.#lines;
  }

  /** Lines so far. */
  get total(): number {
    return this.#total;
  }

  clear(): void {
    this.#lines = [];
    this.#total = 0;
    this.#open = false;
    this.#pieces = [];
  }

  append(stream: OutputStream, text: string): void {
    if (text === "") return;
    this.#pieces.push({ stream, text });
    // Lines that are dropped again at once are only counted.
    const parts = text.split("\n");
    const closed = text.endsWith("\n");
    if (closed) parts.pop();
    const firstShown = parts.length - LINES_SHOWN;
    parts.forEach((part, i) => {
      const line = part.endsWith("\r") ? part.slice(0, -1) : part;
      const last = this.#lines.at(-1);
      if (i === 0 && this.#open && last?.stream === stream) extend(last, line);
      else {
        const number = this.#total++;
        if (i >= firstShown) this.#lines.push(newLine(number, stream, line));
      }
    });
    this.#open = !closed;
    if (this.#lines.length > LINES_SHOWN) this.#lines = this.#lines.slice(-LINES_SHOWN);
  }

  /** All that was written, in order, or one stream of it. */
  text(stream?: OutputStream): string {
    return this.#pieces
      .filter((piece) => stream === undefined || piece.stream === stream)
      .map((piece) => piece.text)
      .join("");
  }
}

function newLine(number: number, stream: OutputStream, text: string): OutputLine {
  const line = { number, stream, text: "", cut: 0 };
  extend(line, text);
  return line;
}

function extend(line: OutputLine, text: string): void {
  const room = LINE_LENGTH_SHOWN - line.text.length;
  line.text += text.slice(0, Math.max(0, room));
  line.cut += Math.max(0, text.length - Math.max(0, room));
}
