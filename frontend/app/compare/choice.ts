import { byId } from "../base/dom";
import { compareAddress } from "./reference";

/** Where something stands in a list whose first is the base that others are compared with. */
export type Rank = (reference: string) => number;

/** The two as sides: the lower rank is the base; what has no place in the list comes first. */
export function sidesOf(chosen: readonly string[], rank: Rank): { a: string | null; b: string | null } {
  const [a, b] = [...chosen].sort((one, other) => rank(one) - rank(other));
  return { a: a ?? null, b: b ?? null };
}

export function choiceWords(chosen: number, noun: string): string {
  if (chosen === 0) return `Choose two ${noun}s to compare them.`;
  if (chosen === 1) return `One ${noun} chosen; choose another to compare it with.`;
  return `Two ${noun}s chosen.`;
}

/** Check boxes of which two may be chosen, and the button that compares those. */
export class Choice {
  readonly #noun: string;
  readonly #rank: Rank;
  readonly #button = byId("compare-chosen", HTMLButtonElement);
  readonly #status = byId("compare-status", HTMLElement);
  readonly #chosen: string[];

  /** @param given what was chosen on another page */
  constructor(noun: string, rank: Rank, given: readonly string[] = []) {
    this.#noun = noun;
    this.#rank = rank;
    this.#chosen = [...given];
    // In place of an earlier choice's: a list may be shown again.
    this.#button.onclick = () => location.assign(compareAddress(sidesOf(this.#chosen, this.#rank)));
  }

  /** Makes the boxes in `list` what was chosen; to be called whenever they were replaced. */
  show(list: HTMLElement): void {
    const full = this.#chosen.length >= 2;
    for (const box of list.querySelectorAll<HTMLInputElement>("input[data-compare]")) {
      const reference = box.dataset["compare"] ?? "";
      box.checked = this.#chosen.includes(reference);
      box.disabled = full && !box.checked;
      box.onchange = () => {
        this.#toggle(reference, box.checked);
        this.show(list);
      };
    }
    this.#button.disabled = !full;
    const words = choiceWords(this.#chosen.length, this.#noun);
    if (this.#status.textContent !== words) this.#status.textContent = words;
  }

  #toggle(reference: string, on: boolean): void {
    const at = this.#chosen.indexOf(reference);
    if (on && at < 0) this.#chosen.push(reference);
    else if (!on && at >= 0) this.#chosen.splice(at, 1);
  }
}
