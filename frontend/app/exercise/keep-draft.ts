import { Refusal } from "../base/call";
import { waitBeforeTry } from "../run/backoff";
import type { SourceFile } from "../wire/run";

/** Milliseconds between the last keystroke and keeping the draft. */
const KEEP_AFTER = 1000;

/** Whether the server has what is in the editor. */
export type DraftState =
  | { readonly kind: "kept"; readonly at: Date | null }
  | { readonly kind: "changed" }
  | { readonly kind: "keeping" }
  | { readonly kind: "failed"; readonly error: unknown };

/**
 * Keeps a draft on the server as it is edited: one request at a time, the newest text last, and again
 * when the server was away. What it refuses waits for the next edit.
 */
export class KeepDraft {
  readonly #files: () => readonly SourceFile[];
  readonly #send: (files: readonly SourceFile[]) => Promise<void>;
  readonly #show: (state: DraftState) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #dirty = false;
  #sending = false;
  #failures = 0;

  constructor(
    files: () => readonly SourceFile[],
    send: (files: readonly SourceFile[]) => Promise<void>,
    show: (state: DraftState) => void,
  ) {
    this.#files = files;
    this.#send = send;
    this.#show = show;
  }

  /** Whether something would be lost if the page were closed now. */
  get pending(): boolean {
    return this.#dirty || this.#sending;
  }

  edited(): void {
    if (!this.#dirty) this.#show({ kind: "changed" });
    this.#dirty = true;
    this.#later(KEEP_AFTER);
  }

  /** The server has got what is in the editor on another way. */
  sent(): void {
    clearTimeout(this.#timer);
    // What is on its way is older, and may arrive later: then the newest goes after it.
    this.#dirty = this.#sending;
    if (this.#sending) return;
    this.#failures = 0;
    this.#show({ kind: "kept", at: new Date() });
  }

  /** Keeps what is not kept yet. */
  async now(): Promise<void> {
    clearTimeout(this.#timer);
    if (!this.#dirty || this.#sending) return;
    this.#sending = true;
    this.#dirty = false;
    let refused = false;
    this.#show({ kind: "keeping" });
    try {
      await this.#send(this.#files());
      this.#failures = 0;
      if (!this.#dirty) this.#show({ kind: "kept", at: new Date() });
    } catch (error) {
      refused = error instanceof Refusal && !this.#dirty;
      this.#dirty = true;
      this.#failures++;
      this.#show({ kind: "failed", error });
    } finally {
      this.#sending = false;
    }
    if (this.#dirty && !refused) this.#later(this.#failures > 0 ? waitBeforeTry(this.#failures + 2, Math.random()) : KEEP_AFTER);
  }

  #later(millis: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.now(), millis);
  }
}
