import { byId, h } from "../base/dom";
import { counted } from "../base/format";
import { day, when } from "../base/when";
import { replaceRows } from "../shell/keep-focus";
import { onSubmit } from "../shell/form";
import { news, openMemberPage } from "../shell/page";
import type { Account } from "../wire/account";
import type { AuditEntry } from "../wire/audit";
import { openAccountSheet } from "./account-sheet";
import { accountApi } from "./api";

const MOST_LISTED = 100;

/** The page of site administrators. */
export function openAdmin(): void {
  let text = "";
  const refresh = async (): Promise<void> => {
    const [accounts, entries] = await Promise.all([accountApi.find(text), accountApi.audit()]);
    const changed = (words: string): void => {
      news(words);
      void refresh();
    };
    showAccounts(accounts, text, changed);
    showAudit(entries);
  };
  onSubmit(byId("find-form", HTMLFormElement), async (value) => {
    text = value("text");
    await refresh();
  });
  void openMemberPage(refresh);
}

function showAccounts(accounts: readonly Account[], text: string, changed: (words: string) => void): void {
  const full = accounts.length >= MOST_LISTED ? ", the first by login; say more of whom you look for" : "";
  byId("accounts-status", HTMLElement).textContent =
    accounts.length === 0
      ? `Nobody’s login, name or mail address has “${text.trim()}” in it.`
      : `${counted(accounts.length, "account")}${full}.`;
  byId("accounts-table", HTMLElement).hidden = accounts.length === 0;
  replaceRows(byId("accounts-rows", HTMLElement), accounts.map((each) => row(each, changed)));
}

const row = (account: Account, changed: (words: string) => void): HTMLElement =>
  h(
    "tr",
    {},
    h("th", { scope: "row" }, account.name),
    h("td", {}, account.login),
    h("td", {}, account.email ?? "–"),
    h(
      "td",
      { class: "chips" },
      account.siteAdmin && h("span", { class: "chip good" }, "administrator"),
      account.mayCreateCourses && h("span", { class: "chip" }, "creates courses"),
      !account.claimed && h("span", { class: "chip limit" }, "not claimed yet"),
    ),
    h("td", {}, day(account.createdAt)),
    h(
      "td",
      {},
      h("button", { type: "button", "data-account": account.id, onclick: () => openAccountSheet(account, changed) }, "Change…", h("span", { class: "hidden" }, ` ${account.login}`)),
    ),
  );

function showAudit(entries: readonly AuditEntry[]): void {
  byId("audit-empty", HTMLElement).hidden = entries.length > 0;
  byId("audit-table", HTMLElement).hidden = entries.length === 0;
  byId("audit-rows", HTMLElement).replaceChildren(
    ...entries.map((each) =>
      h("tr", {}, h("td", {}, when(each.at)), h("td", {}, each.actor), h("td", {}, each.action), h("td", {}, each.subject)),
    ),
  );
}
