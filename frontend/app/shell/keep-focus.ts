/**
 * Replaces the rows of a table; the focus stays with the button of the same person, which has their
 * account in `data-account`.
 */
export function replaceRows(rows: HTMLElement, fresh: readonly HTMLElement[]): void {
  const focused = document.activeElement;
  const account = focused instanceof HTMLElement && rows.contains(focused) ? focused.dataset["account"] : undefined;
  rows.replaceChildren(...fresh);
  if (account !== undefined) rows.querySelector<HTMLElement>(`[data-account="${CSS.escape(account)}"]`)?.focus();
}
