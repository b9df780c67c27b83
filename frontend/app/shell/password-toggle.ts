import { byId, h } from "../base/dom";

/** Makes the buttons beside password fields show and hide what is typed. */
export function installPasswordToggles(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-shows]")) {
    const field = byId(button.dataset["shows"] ?? "", HTMLInputElement);
    const label = button.querySelector(".hidden")?.textContent ?? "";
    const show = (shown: boolean): void => {
      field.type = shown ? "text" : "password";
      button.setAttribute("aria-pressed", String(shown));
      button.replaceChildren(shown ? "Hide" : "Show", h("span", { class: "hidden" }, label));
    };
    button.addEventListener("click", () => show(field.type === "password"));
    // A browser must not keep it as one of the things that were once typed into a text field.
    field.form?.addEventListener("submit", () => show(false));
  }
}
