import { byId, download, h } from "../base/dom";
import { confirm } from "../shell/confirm";
import { copyButton } from "../shell/copy";
import type { Added } from "../wire/roster";
import { claimCsv, claimsOf, type Claim } from "./claim-csv";

/** The links that hand the new accounts of a roster over, which the server shows this once. */
export class ClaimLinks {
  readonly #box = byId("claims", HTMLElement);
  readonly #slips = byId("slips", HTMLElement);
  #claims: Claim[] = [];
  /** The course's title, for the slips. */
  course = "";

  constructor() {
    const table = (): string => this.#claims.map((each) => [each.name, each.login, each.link].join("\t")).join("\n");
    byId("claims-copy", HTMLElement).append(copyButton("Copy", table));
    byId("claims-print", HTMLButtonElement).addEventListener("click", () => window.print());
    byId("claims-csv", HTMLButtonElement).addEventListener("click", () => {
      // Spreadsheet programs take a file without this mark for something older than Unicode.
      download("claim-links.csv", new Blob(["\uFEFF", claimCsv(this.#claims)], { type: "text/csv" }));
    });
    byId("claims-close", HTMLButtonElement).addEventListener("click", () => void this.#close());
    window.addEventListener("beforeunload", (event) => {
      if (this.#claims.length > 0) event.preventDefault();
    });
  }

  show(added: readonly Added[]): void {
    this.#claims = claimsOf(added, location.href);
    this.#box.hidden = this.#claims.length === 0;
    byId("claims-rows", HTMLElement).replaceChildren(...this.#claims.map(row));
    this.#slips.replaceChildren(...this.#claims.map((each) => slip(each, this.course)));
    if (this.#claims.length === 0) return;
    this.#box.focus();
    this.#box.scrollIntoView({ block: "start" });
  }

  async #close(): Promise<void> {
    const sure = await confirm({
      title: "Do you have the links?",
      text: "They cannot be shown again. A lost one is replaced by another, made under “Change…” in the table.",
      yes: "I have them",
      no: "Not yet",
    });
    if (sure) this.show([]);
  }
}

const row = ({ name, login, link }: Claim): HTMLElement =>
  h("tr", {}, h("th", { scope: "row" }, name), h("td", {}, login), h("td", {}, h("code", {}, link)));

const slip = ({ name, login, link }: Claim, course: string): HTMLElement =>
  h(
    "div",
    { class: "slip" },
    h("p", {}, h("strong", {}, name), ` · ${course}`),
    h("p", {}, "Open this address, choose a password, and you are in. It works once, within 60 days; keep it to yourself."),
    h("p", {}, h("code", {}, link)),
    h("p", {}, `From then on you sign in at ${location.origin}/sign-in as `, h("strong", {}, login), "."),
  );
