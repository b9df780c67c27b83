import { h } from "../base/dom";
import { confirm, type Question } from "../shell/confirm";
import { openSheet } from "../shell/sheet";
import type { Account } from "../wire/account";
import { accountApi, type Appointment } from "./api";
import { failure } from "./failure";
import { showLink } from "./show-link";

/**
 * What an administrator may do with an account.
 *
 * @param changed is told what was done
 */
export function openAccountSheet(account: Account, changed: (words: string) => void): void {
  const { id, name, login } = account;
  const fault = h("p", { class: "fault", role: "alert" });
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    fault.textContent = "";
    try {
      await work();
    } catch (error) {
      fault.replaceChildren(...failure(error));
    }
  };
  const appoint = async (appointment: Appointment, words: string, question?: Question): Promise<void> => {
    if (question && !(await confirm(question))) return;
    await attempt(async () => {
      await accountApi.appoint(id, appointment);
      sheet.close();
      changed(words);
    });
  };
  const button = (label: string, onclick: () => unknown, kind: string | null = null): HTMLElement =>
    h("button", { type: "button", class: kind, onclick: () => void onclick() }, label);

  const sheet = openSheet(
    name,
    h("p", { class: "quiet" }, `Signs in as ${login}.`),
    h(
      "div",
      { class: "deeds" },
      account.mayCreateCourses
        ? button("No longer creates courses", () => appoint({ mayCreateCourses: false }, `${name} creates courses no more; the courses stay.`))
        : button("May create courses", () => appoint({ mayCreateCourses: true }, `${name} may create courses now.`)),
      account.siteAdmin
        ? button("No longer an administrator…", () =>
            appoint({ siteAdmin: false }, `${name} is an administrator no more.`, {
              title: `Take ${name} from the administrators?`,
              text: "The account stays, and what it is in courses.",
              yes: "Take away",
            }),
          )
        : button("Make an administrator…", () =>
            appoint({ siteAdmin: true }, `${name} is an administrator now.`, {
              title: `Make ${name} an administrator?`,
              text: "Administrators see every course and every member, appoint others and close accounts. What they do stands in the audit log.",
              yes: "Appoint",
            }),
          ),
      button(account.claimed ? "Make a link for another password…" : "Make a link to claim it…", () =>
        attempt(async () => {
          const link = await accountApi.makeLink(id);
          sheet.close();
          showLink(name, link);
          // The dialog says it; but the audit log has grown.
          changed("");
        }),
      ),
      button(
        "Close the account…",
        () =>
          appoint({ closed: true }, `The account ${login} is closed.`, {
            title: `Close the account ${login}?`,
            text: `${name} is signed out everywhere and cannot sign in any more. Runs and what was handed in stay. This page cannot open it again.`,
            yes: "Close the account",
          }),
        "danger",
      ),
    ),
    fault,
  );
}
