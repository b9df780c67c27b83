import { byId, download, h, oncePerFrame } from "../base/dom";
import { bytes, count, counted } from "../base/format";
import { LINES_SHOWN, OutputLines, type OutputLine } from "./lines";

/** Close enough to the end to count as following it, in pixels. */
const AT_END = 24;

/** The program's output: follows its tail until one scrolls away. */
export class ConsoleView {
  readonly output = new OutputLines();
  readonly #scroller = byId("console", HTMLElement);
  readonly #list = byId("console-lines", HTMLElement);
  readonly #status = byId("console-status", HTMLElement);
  readonly #cut = byId("console-cut", HTMLElement);
  readonly #empty = byId("console-empty", HTMLElement);
  readonly #follow = byId("console-follow", HTMLButtonElement);
  readonly #copy = byId("console-copy", HTMLButtonElement);
  readonly #download = byId("console-download", HTMLButtonElement);
  readonly #refresh = oncePerFrame(() => this.#render());
  readonly #rows = new Map<number, { element: HTMLElement; length: number }>();
  #following = true;
  #emptyText = "";
  #fileName = "output.txt";

  constructor() {
    this.#scroller.addEventListener("scroll", () => {
      const { scrollTop, scrollHeight, clientHeight } = this.#scroller;
      this.#following = scrollHeight - clientHeight - scrollTop < AT_END;
      this.#follow.hidden = this.#following;
    });
    this.#follow.addEventListener("click", () => {
      this.#following = true;
      this.#toEnd();
    });
    this.#copy.addEventListener("click", () => void this.#copyAll());
    this.#download.addEventListener("click", () =>
      download(this.#fileName, new Blob([this.output.text()], { type: "text/plain;charset=utf-8" })),
    );
    this.#refresh();
  }

  /** Starts anew, for a run or a new attempt of it. */
  clear(fileName: string): void {
    this.#fileName = fileName;
    this.output.clear();
    this.#rows.clear();
    this.#list.replaceChildren();
    this.#following = true;
    this.#refresh();
  }

  append(stream: "stdout" | "stderr", text: string): void {
    this.output.append(stream, text);
    this.#refresh();
  }

  /** What stands there while nothing was written. */
  set emptyText(text: string) {
    this.#emptyText = text;
    this.#refresh();
  }

  #render(): void {
    const { lines, total } = this.output;
    const first = lines[0]?.number ?? 0;
    for (const [number, row] of this.#rows) {
      if (number >= first) break;
      row.element.remove();
      this.#rows.delete(number);
    }
    const fresh = document.createDocumentFragment();
    // From the end back: only the last line before the new ones can have grown.
    for (let i = lines.length - 1; i >= 0; i--) {
      const line = lines[i];
      if (!line) break;
      const row = this.#rows.get(line.number);
      if (row === undefined) continue;
      if (row.length !== line.text.length + line.cut) fill(row.element, line);
      row.length = line.text.length + line.cut;
      break;
    }
    const known = this.#rows.size;
    for (const line of lines.slice(known)) {
      const element = h("div", { class: line.stream });
      fill(element, line);
      this.#rows.set(line.number, { element, length: line.text.length + line.cut });
      fresh.append(element);
    }
    this.#list.append(fresh);
    this.#cut.hidden = total <= LINES_SHOWN;
    this.#cut.textContent = `The last ${count(LINES_SHOWN)} of ${count(total)} lines. Copy and download have all of them.`;
    this.#empty.hidden = total > 0;
    this.#empty.textContent = this.#emptyText;
    this.#copy.disabled = this.#download.disabled = total === 0;
    this.#status.textContent = total === 0 ? "" : counted(total, "line");
    if (this.#following) this.#toEnd();
  }

  #toEnd(): void {
    this.#scroller.scrollTop = this.#scroller.scrollHeight;
  }

  async #copyAll(): Promise<void> {
    const text = this.output.text();
    try {
      await navigator.clipboard.writeText(text);
      this.#status.textContent = `Copied ${bytes(new Blob([text]).size)}`;
    } catch {
      this.#status.textContent = "The browser refused to copy; use Download.";
    }
  }
}

function fill(element: HTMLElement, line: OutputLine): void {
  element.textContent = line.text;
  if (line.cut > 0) element.append(h("span", { class: "cut" }, ` … ${count(line.cut)} more characters`));
}
