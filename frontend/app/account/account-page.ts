import { Refusal } from "../base/call";
import { byId } from "../base/dom";
import { onSubmit } from "../shell/form";
import { news, openMemberPage } from "../shell/page";
import type { Account } from "../wire/account";
import { accountApi } from "./api";
import { showSessions } from "./session-list";
import { installTokenForm, showTokens } from "./token-list";

/** The page of one's own account. */
export function openAccount(): void {
  installTokenForm();
  void openMemberPage(async (account) => {
    await Promise.all([showSessions(), showTokens()]);
    show(account);
    installDeletion(account);
  });
  const form = byId("password-form", HTMLFormElement);
  onSubmit(form, async (value) => {
    await accountApi.password(value("current"), value("password"));
    form.reset();
    news("The password is changed. All other browsers are signed out.");
    await showSessions();
  });
  onSubmit(byId("shown-form", HTMLFormElement), async (value) => {
    show(await accountApi.change({ name: value("name"), nickname: value("nickname"), email: value("email") }));
    news("Saved.");
  });
}

function show(account: Account): void {
  byId("my-login", HTMLElement).textContent = account.login;
  byId("password-user", HTMLInputElement).value = account.login;
  byId("name", HTMLInputElement).value = account.name;
  byId("nickname", HTMLInputElement).value = account.nickname ?? "";
  byId("email", HTMLInputElement).value = account.email ?? "";
  byId("account-name", HTMLElement).textContent = account.name;
}

function installDeletion({ login }: Account): void {
  const dialog = byId("delete", HTMLDialogElement);
  const form = byId("delete-form", HTMLFormElement);
  byId("delete-open", HTMLButtonElement).addEventListener("click", () => dialog.showModal());
  byId("delete-close", HTMLButtonElement).addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => form.reset());
  onSubmit(form, async (value) => {
    if (value("login").trim().toLowerCase() !== login) throw refused("login", `is not ${login}`);
    await accountApi.delete(value("password"));
    location.replace("/");
  });
}

/** Said here as the server would say it. */
const refused = (field: string, message: string): Refusal =>
  new Refusal({ title: "", status: 400, detail: "", errors: [{ field, message }] }, null);
