import { h } from "../base/dom";

/** Something that cannot simply be taken back. */
export interface Question {
  readonly title: string;
  /** What it does, and what stays. */
  readonly text: string;
  /** The verb that does it. */
  readonly yes: string;
  readonly no?: string;
}

/** Asks before something is done; Esc means no. */
export function confirm({ title, text, yes, no = "Cancel" }: Question): Promise<boolean> {
  return new Promise((answer) => {
    const cancel = h("button", { type: "button", onclick: () => dialog.close("no") }, no);
    const dialog = h(
      "dialog",
      { class: "sheet small", "aria-labelledby": "confirm-title" },
      h("header", {}, h("h2", { id: "confirm-title" }, title)),
      h("p", {}, text),
      h("p", { class: "buttons wrap" }, h("button", { type: "button", class: "danger", onclick: () => dialog.close("yes") }, yes), cancel),
    );
    dialog.addEventListener("close", () => {
      dialog.remove();
      answer(dialog.returnValue === "yes");
    });
    document.body.append(dialog);
    dialog.showModal();
    cancel.focus();
  });
}
