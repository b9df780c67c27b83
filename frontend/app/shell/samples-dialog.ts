import { byId, h } from "../base/dom";
import { VERDICT_WORDS } from "../run/verdict-words";
import { api } from "../run/api";
import type { Sample } from "../wire/sample";

/** The sample programs; choosing one hands it on and closes the list. */
export function installSamples(onChoose: (sample: Sample) => void): void {
  const dialog = byId("samples", HTMLDialogElement);
  const list = byId("samples-list", HTMLElement);
  const status = byId("samples-status", HTMLElement);
  const load = async (): Promise<void> => {
    status.textContent = "Asking the server…";
    try {
      const samples = await api.samples();
      status.textContent = samples.length === 0 ? "This server has no samples." : "";
      list.replaceChildren(
        ...samples.map((sample) =>
          card(sample, () => {
            dialog.close();
            onChoose(sample);
          }),
        ),
      );
    } catch (error) {
      status.textContent = `The samples did not come. ${error instanceof Error ? error.message : ""}`;
    }
  };
  byId("open-samples", HTMLButtonElement).addEventListener("click", () => {
    dialog.showModal();
    if (list.childElementCount === 0) void load();
  });
  byId("samples-close", HTMLButtonElement).addEventListener("click", () => dialog.close());
}

const card = (sample: Sample, choose: () => void): HTMLElement =>
  h(
    "li",
    {},
    h(
      "button",
      { type: "button", onclick: choose },
      h("strong", {}, sample.title),
      sample.concept !== "" && h("span", { class: "concept" }, sample.concept),
      h("span", { class: "summary" }, sample.summary),
      h(
        "span",
        { class: "quiet" },
        `${sample.cores} ${sample.cores === 1 ? "core" : "cores"}`,
        sample.verdict !== null && sample.verdict !== "OK" && ` · ends as “${VERDICT_WORDS[sample.verdict].title}”`,
      ),
    ),
    sample.matrix !== null &&
      h(
        "a",
        {
          class: "button plain",
          href: `/experiments/new?sample=${encodeURIComponent(sample.slug)}`,
          "aria-label": `Measure the sample ${sample.title}`,
        },
        "Measure…",
      ),
  );
