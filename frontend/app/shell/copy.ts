import { h } from "../base/dom";

/** A button that copies a text, and says so on itself. */
export function copyButton(label: string, text: () => string): HTMLButtonElement {
  const words = h("span", { role: "status" });
  const button = h(
    "button",
    {
      type: "button",
      class: "copy",
      onclick: () => {
        void copy(text()).then((copied) => {
          words.textContent = copied ? " – copied" : " – the browser refused; select and copy it";
        });
      },
    },
    label,
    words,
  );
  return button;
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** For pages without TLS, where browsers have no clipboard for scripts. */
function copyBySelection(text: string): boolean {
  const area = h("textarea", { class: "hidden", "aria-hidden": "true" });
  area.value = text;
  const focused = document.activeElement;
  (document.querySelector("dialog[open]") ?? document.body).append(area);
  area.select();
  const copied = document.execCommand("copy");
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return copied;
}
