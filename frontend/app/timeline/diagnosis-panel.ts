import { byId, h, type Find } from "../base/dom";
import type { Diagnosis, Evidence } from "../wire/diagnosis";

/** Why a run was slow: a line for each finding, linked to the stretches that prove it. */
export class DiagnosisPanel {
  readonly #section: HTMLElement;
  readonly #list: HTMLElement;
  readonly #onChoose: (evidence: Evidence) => void;

  constructor(onChoose: (evidence: Evidence) => void, find: Find = byId) {
    this.#section = find("diagnosis", HTMLElement);
    this.#list = find("diagnosis-list", HTMLElement);
    this.#onChoose = onChoose;
  }

  /** Null while there is nothing to tell yet. */
  show(diagnosis: Diagnosis | null): void {
    this.#section.hidden = diagnosis === null;
    const findings = diagnosis?.findings ?? [];
    this.#list.replaceChildren(
      ...(findings.length === 0
        ? [h("li", { class: "quiet" }, "Nothing stands out: no lock, no core and no thread held this run up.")]
        : findings.map((finding) => h("li", {}, h("span", {}, finding.text), " ", this.#proof(finding.evidence)))),
    );
  }

  /** Each press goes on to the next stretch, from the longest on. */
  #proof(evidence: readonly Evidence[]): HTMLElement {
    let next = 0;
    const label = (): string =>
      evidence.length === 1 ? "Show where" : `Show where (${(next % evidence.length) + 1} of ${evidence.length})`;
    const button = h("button", { type: "button" }, label());
    button.addEventListener("click", () => {
      const stretch = evidence[next % evidence.length];
      next += 1;
      button.textContent = label();
      if (stretch) this.#onChoose(stretch);
    });
    return button;
  }
}
