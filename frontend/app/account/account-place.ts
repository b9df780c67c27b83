import { byId } from "../base/dom";
import { accountApi } from "./api";
import { signInFrom } from "./next";
import { standing } from "./standing";

/** The place in every page's bar that says who is signed in, with the ways to what is theirs. */
export async function installAccountPlace(): Promise<void> {
  const signIn = byId("bar-sign-in", HTMLAnchorElement);
  const name = byId("account-name", HTMLButtonElement);
  signIn.href = signInFrom(location);
  try {
    const { account } = await standing();
    signIn.hidden = account !== null;
    name.hidden = account === null;
    if (account === null) return;
    name.textContent = account.name;
    name.title = `Signed in as ${account.login}`;
    byId("to-admin", HTMLElement).hidden = !account.siteAdmin;
    installMenu(name);
  } catch {
    // The server is away, or the page would not have come: whoever signs in will be told.
    signIn.hidden = false;
  }
}

function installMenu(name: HTMLButtonElement): void {
  const place = byId("account-place", HTMLElement);
  const links = byId("account-links", HTMLElement);
  const open = (opened: boolean): void => {
    links.hidden = !opened;
    name.setAttribute("aria-expanded", String(opened));
  };
  name.addEventListener("click", () => open(links.hidden));
  place.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || links.hidden) return;
    open(false);
    name.focus();
  });
  place.addEventListener("focusout", (event) => {
    if (event.relatedTarget instanceof Node && !place.contains(event.relatedTarget)) open(false);
  });
  document.addEventListener("pointerdown", (event) => {
    if (event.target instanceof Node && !place.contains(event.target)) open(false);
  });
  const out = byId("sign-out", HTMLButtonElement);
  out.addEventListener("click", () => {
    accountApi
      .signOut()
      .then(() => location.assign("/"))
      .catch((error: unknown) => {
        out.textContent = "Sign out (try again)";
        out.title = error instanceof Error ? error.message : "";
      });
  });
}
