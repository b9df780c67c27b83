import { byId } from "../base/dom";
import { onSubmit } from "../shell/form";
import { news, openMemberPage } from "../shell/page";
import { ROLES } from "../wire/course";
import { courseOf, coursePath } from "./address";
import { courseApi } from "./api";
import { ClaimLinks } from "./claim-links";
import { showMembers } from "./member-table";
import { installRoster } from "./roster-form";
import { ROLE_WORDS } from "./words";

/** The page of a course's people. */
export function openPeople(): void {
  const slug = courseOf(location.pathname);
  const claims = new ClaimLinks();
  let manages = false;
  let admin = false;
  const refresh = async (): Promise<void> => {
    const members = await courseApi.members(slug);
    showMembers(members, manages ? { slug, admin, changed } : null);
  };
  const changed = (words: string): void => {
    news(words);
    void refresh();
  };
  const form = byId("add-form", HTMLFormElement);
  onSubmit(form, async (value) => {
    const role = ROLES.find((each) => each === value("role")) ?? "STUDENT";
    const member = await courseApi.add(slug, value("login"), role);
    form.reset();
    changed(`${member.name} is in the course as ${ROLE_WORDS[member.role]}.`);
  });
  installRoster(slug, (report, words) => {
    changed(words);
    claims.show(report.added);
  });
  void openMemberPage(async (account) => {
    const course = await courseApi.course(slug);
    manages = course.role === "INSTRUCTOR";
    admin = account.siteAdmin;
    claims.course = course.title;
    document.title = `People of ${course.title} – Threadmill`;
    const back = byId("to-course", HTMLAnchorElement);
    back.textContent = course.title;
    back.href = coursePath(slug);
    byId("adding", HTMLElement).hidden = byId("importing", HTMLElement).hidden = !manages;
    await refresh();
  });
}
