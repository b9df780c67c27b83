import { failure } from "../account/failure";
import { showLink } from "../account/show-link";
import { h } from "../base/dom";
import { confirm } from "../shell/confirm";
import { openSheet } from "../shell/sheet";
import { ROLES, type Role } from "../wire/course";
import type { Member } from "../wire/member";
import { courseApi } from "./api";
import { ROLE_WORDS } from "./words";

/** What somebody who manages a course's people knows. */
export interface Managing {
  readonly slug: string;
  /** Whether they are an administrator of the site as well, who alone makes links for staff. */
  readonly admin: boolean;
  /** Is told what was done. */
  readonly changed: (words: string) => void;
}

/** What an instructor may do with somebody in the course, or who was. */
export function openMemberSheet(member: Member, { slug, admin, changed }: Managing): void {
  const { account, name, login } = member;
  const gone = member.droppedAt !== null;
  const fault = h("p", { class: "fault", role: "alert" });
  /** Does something, of which the result is told or shown. */
  const attempt = (work: () => Promise<string | (() => void)>): void => {
    fault.textContent = "";
    work()
      .then((done) => {
        sheet.close();
        if (typeof done === "string") changed(done);
        else done();
      })
      .catch((error: unknown) => fault.replaceChildren(...failure(error)));
  };
  const become = (role: Role): void =>
    attempt(async () => {
      await courseApi.setRole(slug, account, role);
      return `${name} is in the course as ${ROLE_WORDS[role]} now.`;
    });
  const drop = async (): Promise<void> => {
    const sure = await confirm({
      title: `Take ${name} out of the course?`,
      text: "The account stays, and what was handed in. You can take them back in.",
      yes: "Take out",
    });
    if (!sure) return;
    attempt(async () => {
      await courseApi.drop(slug, account);
      return `${name} is out of the course.`;
    });
  };

  const sheet = openSheet(
    name,
    h("p", { class: "quiet" }, [login, member.email, member.studentNumber].filter(Boolean).join(" · ")),
    h(
      "div",
      { class: "deeds" },
      ...ROLES.filter((role) => gone || role !== member.role).map((role) =>
        h("button", { type: "button", onclick: () => become(role) }, gone ? `Take back in as ${ROLE_WORDS[role]}` : `Make ${ROLE_WORDS[role]}`),
      ),
      (admin || member.role === "STUDENT") &&
        h(
          "button",
          {
            type: "button",
            onclick: () =>
              attempt(async () => {
                const link = await courseApi.makeLink(slug, account);
                return () => showLink(name, link);
              }),
          },
          member.claimed ? "Make a link for another password…" : "Make a claim link…",
        ),
      !gone && h("button", { type: "button", class: "danger", onclick: () => void drop() }, "Take out of the course…"),
    ),
    fault,
  );
}
