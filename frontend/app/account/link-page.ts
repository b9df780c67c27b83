import { Refusal } from "../base/call";
import { byId } from "../base/dom";
import { onSubmit } from "../shell/form";
import { openPage } from "../shell/page";
import type { Link } from "../wire/link";
import { accountApi } from "./api";

/**
 * The page of one-time links. The secret leaves the address bar at once, where it could be read and
 * copied by accident; it is kept with the entry of the history, so that the page can be loaded again.
 */
export function openLink(): void {
  const kept: unknown = history.state;
  const secret = location.hash.slice(1) || (typeof kept === "string" ? kept : "");
  history.replaceState(secret, "", location.pathname);
  const form = byId("link-form", HTMLFormElement);
  let admin = false;
  onSubmit(form, async (value) => {
    try {
      await accountApi.use(secret, {
        login: value("login"),
        name: value("name"),
        email: value("email"),
        password: value("password"),
      });
    } catch (error) {
      if (error instanceof Refusal && error.problem.status === 404) return showBad(error.message);
      throw error;
    }
    history.replaceState(null, "", location.pathname);
    location.replace(admin ? "/admin" : "/courses");
  });
  void openPage(async () => {
    if (secret === "") return showBad("This link is not whole: what comes after the # is missing.");
    try {
      const link = await accountApi.look(secret);
      admin = link.kind === "ADMINISTRATOR";
      show(link);
    } catch (error) {
      if (!(error instanceof Refusal) || error.problem.status !== 404) throw error;
      showBad(error.message);
    }
  });
  // Another link opened in the same tab changes the hash alone.
  window.addEventListener("hashchange", () => location.reload());
}

function show(link: Link): void {
  const title = byId("link-title", HTMLElement);
  const words = byId("link-words", HTMLElement);
  const login = byId("login", HTMLInputElement);
  const makes = link.kind === "ADMINISTRATOR";
  if (makes) {
    title.textContent = "Make the first administrator";
    words.textContent =
      "This server has no administrator yet. Whoever makes this account appoints others, says who may create courses, and sees all.";
    byId("name", HTMLInputElement).required = true;
    byId("link-use", HTMLElement).textContent = "Make the account and sign in";
  } else {
    title.textContent = link.kind === "CLAIM" ? `Welcome, ${link.name ?? ""}` : "Choose another password";
    words.textContent =
      link.kind === "CLAIM"
        ? "Your course has made this account for you. Choose a password, and it is yours. Not you? Close this page, and tell who gave you the link."
        : `For the account of ${link.name ?? ""}. Whoever is signed in to it elsewhere is signed out.`;
    login.value = link.login ?? "";
    login.readOnly = true;
    byId("login-range", HTMLElement).textContent = "what you sign in with from now on";
  }
  byId("link-new", HTMLElement).hidden = !makes;
  byId("link-until", HTMLElement).textContent = `The link works once, until ${new Date(link.expiresAt).toLocaleString()}.`;
  byId("link-form", HTMLElement).hidden = false;
}

function showBad(why: string): void {
  byId("link-title", HTMLElement).textContent = "This link does not work any more";
  byId("link-bad-why", HTMLElement).textContent = why;
  byId("link-bad", HTMLElement).hidden = false;
  byId("link-form", HTMLElement).hidden = true;
}
