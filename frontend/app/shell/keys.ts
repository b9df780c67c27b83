import { byId, isTyping } from "../base/dom";

export interface PageKeys {
  readonly run: () => void;
  readonly save: () => void;
  /** Ctrl+Shift+Enter; where there is none, that runs, too. */
  readonly submit: () => void;
}

/** Keys that work anywhere on the page. Dialogs close on Esc by themselves. */
export function installKeys(keys: Partial<PageKeys>): void {
  const help = byId("keys", HTMLDialogElement);
  byId("open-keys", HTMLButtonElement).addEventListener("click", () => help.showModal());
  byId("keys-close", HTMLButtonElement).addEventListener("click", () => help.close());
  if (/Mac|iPhone|iPad/.test(navigator.platform)) {
    for (const key of document.querySelectorAll("kbd.mod")) key.textContent = "⌘";
  }
  // Captured, so that the editor cannot take them first.
  document.addEventListener(
    "keydown",
    (event) => {
      const modified = event.ctrlKey || event.metaKey;
      if (modified && !event.altKey && event.shiftKey && event.key === "Enter" && keys.submit) {
        event.preventDefault();
        keys.submit();
      } else if (modified && !event.altKey && event.key === "Enter" && keys.run) {
        event.preventDefault();
        keys.run();
      } else if (modified && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "s" && keys.save) {
        event.preventDefault();
        keys.save();
      } else if (event.key === "?" && !modified && !isTyping(event) && !document.querySelector("dialog[open]")) {
        event.preventDefault();
        help.showModal();
      }
    },
    { capture: true },
  );
}
