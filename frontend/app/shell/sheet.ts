import { h } from "../base/dom";

let number = 0;

/** Opens a dialog with a heading and a Close button; it is gone when it is closed. */
export function openSheet(title: string, ...content: (Node | string)[]): HTMLDialogElement {
  const id = `sheet-${++number}`;
  const dialog = h(
    "dialog",
    { class: "sheet small", "aria-labelledby": id },
    h(
      "header",
      {},
      h("h2", { id }, title),
      h("button", { type: "button", title: "Close (Esc)", onclick: () => dialog.close() }, "Close"),
    ),
    ...content,
  );
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
