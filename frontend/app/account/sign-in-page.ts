import { byId, h } from "../base/dom";
import { onSubmit } from "../shell/form";
import { openPage } from "../shell/page";
import { accountApi } from "./api";
import { nextPath, thenTo } from "./next";
import { standing } from "./standing";

/** The page where somebody signs in. */
export function openSignIn(): void {
  const next = nextPath(location.search);
  byId("to-sign-up", HTMLAnchorElement).href = thenTo("/sign-up", next);
  onSubmit(byId("sign-in-form", HTMLFormElement), async (value, data) => {
    await accountApi.signIn(value("login"), value("password"), data.has("remember"));
    location.replace(next ?? "/courses");
  });
  void openPage(async () => {
    const { account, signUp, mail } = await standing();
    byId("forgotten-mail", HTMLElement).hidden = !mail;
    byId("forgotten-staff", HTMLElement).hidden = mail;
    byId("sign-up-line", HTMLElement).hidden = signUp === "closed";
    const already = byId("sign-in-already", HTMLElement);
    already.hidden = account === null;
    if (account)
      already.replaceChildren(
        `You are signed in as ${account.name} (${account.login}). `,
        h("a", { href: next ?? "/courses" }, "Go on"),
        ", or sign in as somebody else:",
      );
  });
}

/** The page where somebody who forgot a password asks for a mail. */
export function openForgotten(): void {
  const form = byId("forgotten-form", HTMLFormElement);
  onSubmit(form, async (value) => {
    await accountApi.forgotten(value("login"));
    form.hidden = true;
    byId("page-status", HTMLElement).textContent =
      "If there is such an account and it has a mail address, a mail with a link is on its way. The link is good for two days. No mail? Your course’s staff can make a link too.";
  });
}
