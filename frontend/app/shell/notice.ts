import { byId } from "../base/dom";

let timer = 0;

/**
 * Says something in passing, with at most one thing to do about it. What can be done stays until it
 * is done or closed; what cannot goes after a while.
 */
export function notify(text: string, action?: { readonly label: string; readonly act: () => void }): void {
  const box = byId("notice", HTMLElement);
  const button = byId("notice-action", HTMLButtonElement);
  clearTimeout(timer);
  byId("notice-text", HTMLElement).textContent = text;
  button.hidden = action === undefined;
  button.textContent = action?.label ?? "";
  button.onclick = () => {
    hideNotice();
    action?.act();
  };
  byId("notice-close", HTMLButtonElement).onclick = hideNotice;
  box.hidden = false;
  if (!action) timer = window.setTimeout(hideNotice, 6000);
}

export function hideNotice(): void {
  clearTimeout(timer);
  byId("notice", HTMLElement).hidden = true;
}
