import { failure } from "../account/failure";
import { Refusal } from "../base/call";

/** A value of the form as it was typed. */
export type Value = (name: string) => string;

/**
 * Makes a form send what was typed. What is refused stands at its field, or in the form's alert where
 * it is about none; the first field to change gets the focus.
 *
 * @param send what is done with the values; throws what the server says
 */
export function onSubmit(form: HTMLFormElement, send: (value: Value, data: FormData) => Promise<void>): void {
  let busy = false;
  const button = form.querySelector<HTMLButtonElement>("button[type=submit]");
  // Until now the browser itself would have sent the form, with a password in the address.
  if (button) button.disabled = false;
  form.addEventListener("input", (event) => {
    if (event.target instanceof HTMLElement) setFault(event.target, "");
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (busy) return;
    clear(form);
    if (!complete(form)) return;
    busy = true;
    // Not disabled: that would take the focus from who pressed it by key.
    button?.setAttribute("aria-disabled", "true");
    const data = new FormData(form);
    send((name) => textOf(data.get(name)), data)
      .catch((error: unknown) => showRefusal(form, error))
      .finally(() => {
        busy = false;
        button?.removeAttribute("aria-disabled");
      });
  });
}

/** Shows a refusal where its cause is. */
function showRefusal(form: HTMLFormElement, error: unknown): void {
  const others: (Node | string)[] = [];
  let first: HTMLElement | null = null;
  const errors = error instanceof Refusal ? error.problem.errors : [];
  for (const { field, message } of errors) {
    const element = fieldNamed(form, field);
    if (element) {
      setFault(element, `${nameOf(element)} ${message}.`);
      first ??= element;
    } else {
      const line = document.createElement("div");
      line.textContent = `${capital(field)}: ${message}.`;
      others.push(line);
    }
  }
  if (errors.length === 0) others.push(...failure(error));
  form.querySelector("[role=alert]")?.replaceChildren(...others);
  first?.focus();
}

/** Says which required fields are empty. */
function complete(form: HTMLFormElement): boolean {
  const empty = [...form.querySelectorAll<HTMLInputElement>("[required]")].filter(
    (each) => each.offsetParent !== null && each.value.trim() === "",
  );
  for (const each of empty) setFault(each, `${nameOf(each)} is required.`);
  empty[0]?.focus();
  return empty.length === 0;
}

function clear(form: HTMLFormElement): void {
  for (const each of form.querySelectorAll<HTMLElement>("[aria-describedby]")) setFault(each, "");
  form.querySelector("[role=alert]")?.replaceChildren();
}

/** A field, or the group of check boxes that has its name. */
function fieldNamed(form: HTMLFormElement, name: string): HTMLElement | null {
  const found = form.elements.namedItem(name);
  if (found instanceof HTMLElement) return found;
  return found instanceof RadioNodeList ? form.querySelector(`fieldset#${CSS.escape(name)}`) : null;
}

function setFault(element: HTMLElement, words: string): void {
  const fault = document.getElementById(`${element.id}-fault`);
  if (fault === null || element.id === "") return;
  fault.textContent = words;
  if (words === "") element.removeAttribute("aria-invalid");
  else if (element instanceof HTMLFieldSetElement) element.querySelector("input")?.focus();
  else element.setAttribute("aria-invalid", "true");
}

const nameOf = (element: HTMLElement): string => {
  const label =
    element instanceof HTMLFieldSetElement
      ? "This"
      : (element as HTMLInputElement).labels?.[0]?.textContent ?? "This";
  return label.replace(/\s*\(optional\)/, "").trim();
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const textOf = (value: FormDataEntryValue | null): string => (typeof value === "string" ? value : "");
