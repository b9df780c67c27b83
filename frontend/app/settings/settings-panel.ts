import { byId, h } from "../base/dom";
import { count } from "../base/format";
import type { DraftSettings } from "../editor/draft";
import { LIMIT_KEYS } from "../wire/run";
import { STOCK_SETTINGS, type Settings } from "../wire/settings";
import { checkSettings, formOf, LIMIT_UNIT, WEB_KEYS, WEB_UNIT, type CheckedSettings, type FieldName, type SettingsForm } from "./check";

/** The form with a run's settings; says at each field what is wrong with it. */
export class SettingsPanel {
  readonly #form = byId("settings-form", HTMLFormElement);
  readonly #box = byId("settings", HTMLDetailsElement);
  #allowed: Settings = STOCK_SETTINGS;

  constructor(onChange: () => void) {
    this.#form.addEventListener("input", () => {
      this.check();
      onChange();
    });
    this.#form.addEventListener("submit", (event) => event.preventDefault());
    this.#box.open = matchMedia("(min-width: 800px)").matches;
    this.allow(STOCK_SETTINGS);
  }

  /** Takes in what this server allows. */
  allow(settings: Settings): void {
    this.#allowed = settings;
    const executor = this.#field("executor.kind");
    if (executor instanceof HTMLSelectElement) {
      const chosen = executor.value;
      executor.replaceChildren(
        h("option", { value: "" }, "default"),
        ...settings.executors.map((kind) => h("option", { value: kind }, kind)),
      );
      executor.value = chosen;
    }
    const isolation = this.#field("isolation");
    if (isolation instanceof HTMLSelectElement) {
      const chosen = isolation.value;
      isolation.replaceChildren(
        ...settings.isolations.map((each) => h("option", { value: each === "process" ? "" : each }, each)),
      );
      isolation.value = chosen;
    }
    this.#hint("cores", String(settings.cores.default), `1 to ${settings.cores.most}`);
    this.#hint("executor.parallelism", "cores", `1 to ${settings.parallelism.most}, as Lab.parallelism()`);
    for (const key of LIMIT_KEYS) {
      const { unit, size } = LIMIT_UNIT[key];
      const range = settings.limits[key];
      this.#hint(`limits.${key}`, String(range.default / size), `${unit}, up to ${count(range.most / size)}`);
    }
    for (const key of WEB_KEYS) {
      const { unit, most, stock } = WEB_UNIT[key];
      this.#hint(`web.${key}`, String(stock), `${unit ? `${unit}, ` : ""}0 to ${count(most)}`);
    }
    this.check();
  }

  load(settings: DraftSettings): void {
    const form = formOf(settings);
    this.#set("isolation", form.isolation);
    this.#set("executor.kind", form.executor);
    this.#set("executor.parallelism", form.parallelism);
    this.#set("cores", form.cores);
    this.#set("stdin", form.stdin);
    this.#set("args", form.args);
    for (const key of LIMIT_KEYS) this.#set(`limits.${key}`, form.limits[key]);
    this.#set("web", form.web);
    for (const key of WEB_KEYS) this.#set(`web.${key}`, form.webParts[key]);
    byId("web-section", HTMLDetailsElement).open ||= form.web !== "";
    this.check();
  }

  /** What is set, and what is wrong with it; shows the latter. */
  check(): CheckedSettings {
    const checked = checkSettings(this.#typed(), this.#allowed);
    this.show(checked.faults);
    byId("web-parts", HTMLElement).hidden = checked.settings.web === null;
    byId("settings-summary", HTMLElement).textContent = summary(checked.settings, this.#allowed);
    return checked;
  }

  /** Shows faults at their fields; the first one is opened and focused if asked for. */
  show(faults: ReadonlyMap<FieldName, string>, focus = false): void {
    for (const field of this.#fields()) {
      const fault = faults.get(field.name as FieldName);
      const message = document.getElementById(`${field.id}-fault`);
      field.setAttribute("aria-invalid", String(fault !== undefined));
      if (message) message.textContent = fault ?? "";
    }
    const first = [...faults.keys()][0];
    if (!focus || first === undefined) return;
    this.#box.open = true;
    const field = this.#field(first);
    const inner = field?.closest("details");
    if (inner) inner.open = true;
    field?.focus();
  }

  #typed(): SettingsForm {
    const limits = {} as Record<(typeof LIMIT_KEYS)[number], string>;
    for (const key of LIMIT_KEYS) limits[key] = this.#value(`limits.${key}`);
    const webParts = {} as Record<(typeof WEB_KEYS)[number], string>;
    for (const key of WEB_KEYS) webParts[key] = this.#value(`web.${key}`);
    return {
      isolation: this.#value("isolation"),
      executor: this.#value("executor.kind"),
      parallelism: this.#value("executor.parallelism"),
      cores: this.#value("cores"),
      stdin: this.#value("stdin"),
      args: this.#value("args"),
      limits,
      web: this.#value("web"),
      webParts,
    };
  }

  #fields(): (HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement)[] {
    return [...this.#form.elements].filter(
      (each) =>
        each instanceof HTMLInputElement || each instanceof HTMLSelectElement || each instanceof HTMLTextAreaElement,
    );
  }

  #field(name: FieldName): HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement | undefined {
    return this.#fields().find((field) => field.name === name);
  }

  /** What a number field that holds no number has typed in it is hidden from scripts. */
  #value(name: FieldName): string {
    const field = this.#field(name);
    return field instanceof HTMLInputElement && field.validity.badInput ? "?" : (field?.value ?? "");
  }

  #set(name: FieldName, value: string): void {
    const field = this.#field(name);
    if (field) field.value = value;
  }

  #hint(name: FieldName, placeholder: string, range: string): void {
    const field = this.#field(name);
    if (!field) return;
    if (field instanceof HTMLInputElement) field.placeholder = placeholder;
    const hint = document.getElementById(`${field.id}-range`);
    if (hint) hint.textContent = range;
  }
}

function summary(settings: DraftSettings, allowed: Settings): string {
  const cores = settings.cores ?? allowed.cores.default;
  const parts = [`${cores} ${cores === 1 ? "core" : "cores"}`];
  if (settings.isolation !== null) parts.push(settings.isolation);
  if (settings.executor) parts.push(settings.executor.kind);
  if (settings.web) parts.push("virtual web");
  if (settings.stdin !== "") parts.push("input");
  if (settings.args.length > 0) parts.push(`${settings.args.length} args`);
  const limits = LIMIT_KEYS.filter(
    (key) => (settings.limits[key] ?? allowed.limits[key].default) !== allowed.limits[key].default,
  ).length;
  if (limits > 0) parts.push(limits === 1 ? "1 limit" : `${limits} limits`);
  return parts.join(" · ");
}
