import { failure } from "../account/failure";
import { byId, h } from "../base/dom";
import { counted } from "../base/format";
import { onSubmit } from "../shell/form";
import type { RosterReport } from "../wire/roster";
import { courseApi } from "./api";
import { textOfFile } from "./roster-file";
import { rosterWords } from "./words";

/**
 * Makes the form work that imports a roster, which first says what would change.
 *
 * @param imported is told what was done
 */
export function installRoster(slug: string, imported: (report: RosterReport, words: string) => void): void {
  const form = byId("roster-form", HTMLFormElement);
  const lines = byId("roster", HTMLTextAreaElement);
  const file = byId("roster-file", HTMLInputElement);
  const plan = byId("plan", HTMLElement);
  const fault = byId("plan-fault", HTMLElement);
  const apply = byId("plan-apply", HTMLButtonElement);
  /** What the trial was about: that alone is imported. */
  let tried = "";

  file.addEventListener("change", () => {
    const chosen = file.files?.[0];
    if (!chosen) return;
    void textOfFile(chosen).then((text) => {
      lines.value = text;
      lines.dispatchEvent(new Event("input", { bubbles: true }));
    });
  });
  lines.addEventListener("input", () => (plan.hidden = true));
  onSubmit(form, async () => {
    tried = lines.value;
    const report = await courseApi.importRoster(slug, tried, true);
    const changes = report.added.length + report.updated.length + report.dropped.length;
    fault.textContent = "";
    byId("plan-words", HTMLElement).textContent = rosterWords(report, true);
    byId("plan-lists", HTMLElement).replaceChildren(...lists(report));
    apply.hidden = changes === 0;
    plan.hidden = false;
    plan.focus();
  });
  byId("plan-leave", HTMLButtonElement).addEventListener("click", () => {
    plan.hidden = true;
    lines.focus();
  });
  apply.addEventListener("click", () => {
    if (apply.getAttribute("aria-disabled") === "true") return;
    apply.setAttribute("aria-disabled", "true");
    courseApi
      .importRoster(slug, tried, false)
      .then((report) => {
        form.reset();
        plan.hidden = true;
        imported(report, rosterWords(report, false));
      })
      .catch((error: unknown) => fault.replaceChildren(...failure(error)))
      .finally(() => apply.removeAttribute("aria-disabled"));
  });
}

/** Who would be added, updated and dropped; dropping is shown at once, since it takes away. */
function lists({ added, updated, dropped }: RosterReport): HTMLElement[] {
  const named = added.map(({ name, login }) => `${name} (${login})`);
  return [
    named.length > 0 && folded(`${counted(named.length, "person", "people")} to add`, named, false),
    updated.length > 0 && folded(`${counted(updated.length, "person", "people")} to update`, updated, false),
    dropped.length > 0 && folded(`${counted(dropped.length, "person", "people")} to mark as dropped`, dropped, true),
  ].filter((each) => each !== false);
}

const folded = (summary: string, entries: readonly string[], open: boolean): HTMLElement =>
  h("details", { class: "data", open }, h("summary", {}, summary), h("ul", {}, ...entries.map((each) => h("li", {}, each))));
