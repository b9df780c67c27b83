import { failure, signInOffer } from "../account/failure";
import { standing } from "../account/standing";
import { byId } from "../base/dom";
import type { Account } from "../wire/account";

const ASKING = "Asking the server…";

/** Asks for what a page shows, or says why there is nothing to show. */
export async function openPage(load: () => Promise<void>): Promise<void> {
  const status = byId("page-status", HTMLElement);
  status.textContent = ASKING;
  try {
    await load();
    if (status.textContent === ASKING) status.textContent = "";
  } catch (error) {
    status.replaceChildren(...failure(error));
  }
}

/** The same for a page whose body is there for who has an account alone. */
export const openMemberPage = (load: (account: Account) => Promise<void>): Promise<void> =>
  openPage(async () => {
    const { account } = await standing();
    if (account === null) return byId("page-status", HTMLElement).replaceChildren(...signInOffer());
    await load(account);
    byId("page-body", HTMLElement).hidden = false;
  });

let timer = 0;

/** Says in passing that something was done, wherever the page is scrolled to. */
export function news(...content: (Node | string)[]): void {
  const status = byId("page-status", HTMLElement);
  clearTimeout(timer);
  status.classList.add("news");
  status.replaceChildren(...content);
  timer = window.setTimeout(() => {
    status.textContent = "";
    status.classList.remove("news");
  }, 8000);
}
