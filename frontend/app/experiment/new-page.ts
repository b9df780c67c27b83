import { Refusal } from "../base/call";
import { byId, h } from "../base/dom";
import { counted } from "../base/format";
import { draftOfRequest, draftOfSample, type Draft } from "../editor/draft";
import { keptDraft } from "../editor/kept-draft";
import { api } from "../run/api";
import type { RunSummary } from "../wire/run";
import type { Sample } from "../wire/sample";
import { STOCK_SETTINGS, type Settings } from "../wire/settings";
import { expectation } from "./expectation";
import {
  checkExperiment,
  EXPERIMENT_FIELDS,
  experimentFieldOf,
  formOfDraft,
  formOfRequest,
  formOfSample,
  type CheckedExperiment,
  type ExperimentField,
  type ExperimentForm,
} from "./form";

/** The form that asks for an experiment. */
export class NewExperimentPage {
  readonly #form = byId("experiment-form", HTMLFormElement);
  readonly #start = byId("start", HTMLButtonElement);
  readonly #fault = byId("form-fault", HTMLElement);
  #draft: Draft = keptDraft.load();
  #allowed: Settings = STOCK_SETTINGS;
  #last: RunSummary | null = null;

  async open(): Promise<void> {
    this.#form.addEventListener("input", () => this.#check());
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.submit();
    });
    const [settings, runs, samples] = await Promise.allSettled([api.settings(), api.recent(20), api.samples()]);
    const known = samples.status === "fulfilled" ? samples.value : [];
    const [given] = await Promise.allSettled([this.#given(known)]);
    if (settings.status === "fulfilled") this.#allowed = settings.value;
    if (runs.status === "fulfilled") this.#last = runs.value.find((each) => each.timings !== null) ?? null;
    const from = given.status === "fulfilled" ? given.value : null;
    if (from) this.#draft = from.draft;
    const source = from
      ? from.words
      : given.status === "rejected"
        ? "What this page was to measure could not be loaded; this is your draft of the playground."
        : "Your draft of the playground, as this browser keeps it.";
    this.#showProgram(source);
    this.#showBounds();
    this.#showSamples(known);
    this.#load(from?.form ?? formOfDraft(this.#draft, this.#allowed));
    this.#check();
  }

  async submit(): Promise<void> {
    if (this.#start.disabled) return;
    const { request, faults } = this.#check();
    if (faults.size > 0) return this.#focusFirst(faults);
    this.#start.disabled = true;
    try {
      const { id } = await api.measure(request);
      location.assign(`/experiments/${encodeURIComponent(id)}`);
    } catch (error) {
      this.#start.disabled = false;
      this.#refused(error);
    }
  }

  /** Another source than the draft, where the address names one. */
  async #given(samples: readonly Sample[]): Promise<{ draft: Draft; words: string; form: ExperimentForm | null } | null> {
    const params = new URLSearchParams(location.search);
    const experiment = params.get("experiment");
    if (experiment !== null) {
      const { request } = await api.experiment(experiment);
      return {
        draft: draftOfRequest(request.run),
        words: "The program of the experiment that you opened.",
        form: formOfRequest(request),
      };
    }
    const slug = params.get("sample");
    if (slug !== null) {
      const sample = samples.find((each) => each.slug === slug);
      if (sample === undefined) throw new Error("no such sample");
      return {
        draft: draftOfSample(sample),
        words: `The sample “${sample.title}”. ${sample.summary}`,
        form: formOfSample(sample, this.#allowed),
      };
    }
    const id = params.get("run");
    if (id === null) return null;
    const { request } = await api.run(id);
    if (request === null) throw new Error("a run without its source");
    return { draft: draftOfRequest(request), words: "The program of the run that you opened.", form: null };
  }

  #showProgram(words: string): void {
    const { files, settings } = this.#draft;
    const alone = settings.isolation === "pool" ? " Measured runs get a JVM each, not the shared one." : "";
    byId("program-from", HTMLElement).textContent =
      `${words} ${counted(files.length, "file")}: ${files.map((each) => each.path).join(", ")}.${alone}`;
    byId("program-files", HTMLElement).replaceChildren(
      ...files.flatMap((file) => [h("h3", {}, file.path), h("pre", { class: "source-text" }, file.content)]),
    );
  }

  /** Programs that are made to be measured, for who has none yet. */
  #showSamples(samples: readonly Sample[]): void {
    const made = samples.filter(({ matrix }) => matrix !== null);
    const line = byId("program-samples", HTMLElement);
    line.hidden = made.length === 0;
    line.replaceChildren(
      "Samples that are made to be measured: ",
      ...made.flatMap(({ slug, title }, i) => [
        i === 0 ? "" : "; ",
        h("a", { href: `/experiments/new?sample=${encodeURIComponent(slug)}` }, title),
      ]),
    );
  }

  #showBounds(): void {
    const { cores, parallelism, executors, experiment } = this.#allowed;
    byId("executors", HTMLElement).replaceChildren(
      ...executors.map((kind) =>
        h("label", { class: "check" }, h("input", { type: "checkbox", name: "executors", value: kind }), ` ${kind}`),
      ),
    );
    const range = (id: ExperimentField, words: string): void => {
      byId(`${id}-range`, HTMLElement).textContent = words;
    };
    range("cores", `numbers from 1 to ${cores.most}, with commas between them`);
    range("parallelism", `numbers from 1 to ${parallelism.most}; empty: as many as cores`);
    range("repeats", `of each cell, 1 to ${experiment.repeats.most}`);
    range("warmUp", `of each cell before them, 0 to ${experiment.warmUp.most}`);
    byId("repeats", HTMLInputElement).placeholder = String(experiment.repeats.default);
    byId("warmUp", HTMLInputElement).placeholder = String(experiment.warmUp.default);
  }

  #load(form: ExperimentForm): void {
    for (const box of this.#boxes()) box.checked = form.executors.includes(box.value);
    for (const name of ["cores", "parallelism", "sizes", "repeats", "warmUp"] as const)
      byId(name, HTMLInputElement).value = form[name];
  }

  #check(): CheckedExperiment {
    const value = (name: ExperimentField): string => byId(name, HTMLInputElement).value;
    const checked = checkExperiment(
      {
        executors: this.#boxes().filter((each) => each.checked).map((each) => each.value),
        parallelism: value("parallelism"),
        cores: value("cores"),
        sizes: value("sizes"),
        repeats: value("repeats"),
        warmUp: value("warmUp"),
      },
      this.#draft,
      this.#allowed,
    );
    this.#showFaults(checked.faults);
    this.#fault.textContent = "";
    byId("expectation", HTMLElement).textContent =
      checked.faults.size > 0 ? "" : expectation(checked.cells, checked.runs, this.#last, this.#allowed.experiment);
    return checked;
  }

  #showFaults(faults: ReadonlyMap<ExperimentField, string>): void {
    for (const field of EXPERIMENT_FIELDS) {
      byId(`${field}-fault`, HTMLElement).textContent = faults.get(field) ?? "";
      if (field !== "executors") byId(field, HTMLInputElement).setAttribute("aria-invalid", String(faults.has(field)));
    }
  }

  #focusFirst(faults: ReadonlyMap<ExperimentField, string>): void {
    const first = EXPERIMENT_FIELDS.find((each) => faults.has(each));
    if (first === "executors") this.#boxes()[0]?.focus();
    else if (first) byId(first, HTMLInputElement).focus();
  }

  /** Shows a refusal where its cause is: at the field, or below the form. */
  #refused(error: unknown): void {
    const faults = new Map<ExperimentField, string>();
    const others: string[] = [];
    if (error instanceof Refusal) {
      for (const { field, message } of error.problem.errors) {
        const known = experimentFieldOf(field);
        if (known) faults.set(known, message);
        else if (field.startsWith("run."))
          others.push(`The run’s ${field.slice(4)} ${message}; change it in the playground.`);
        else others.push(`The ${field} ${message}.`);
      }
      if (error.problem.errors.length === 0) others.push(error.message);
    } else {
      others.push(`${error instanceof Error ? error.message : "It was not sent."} Nothing was started; try again in a moment.`);
    }
    this.#showFaults(faults);
    this.#focusFirst(faults);
    this.#fault.textContent = others.join(" ");
  }

  #boxes(): HTMLInputElement[] {
    return [...this.#form.querySelectorAll<HTMLInputElement>("input[name=executors]")];
  }
}
