import { byId, h } from "../base/dom";
import { onSubmit } from "../shell/form";
import { openMemberPage } from "../shell/page";
import type { Course } from "../wire/course";
import { coursePath } from "./address";
import { courseApi } from "./api";
import { ROLE_WORDS } from "./words";

/** The page of somebody's courses. */
export function openCourses(): void {
  onSubmit(byId("join-form", HTMLFormElement), async (value) => enter(await courseApi.join(value("code"))));
  onSubmit(byId("create-form", HTMLFormElement), async (value) => {
    const slug = value("slug").trim();
    enter(await courseApi.create(value("title"), slug === "" ? null : slug, value("description")));
  });
  void openMemberPage(async (account) => {
    const courses = await courseApi.mine();
    byId("courses-empty", HTMLElement).hidden = courses.length > 0;
    byId("create", HTMLElement).hidden = !(account.mayCreateCourses || account.siteAdmin);
    const past = (course: Course): number => (course.archivedAt === null ? 0 : 1);
    byId("courses", HTMLElement).replaceChildren(...[...courses].sort((a, b) => past(a) - past(b)).map(row));
  });
}

const enter = (course: Course): void => location.assign(coursePath(course.slug));

const row = (course: Course): HTMLElement =>
  h(
    "li",
    {},
    h("a", { href: coursePath(course.slug) }, course.title),
    h(
      "span",
      { class: "chips" },
      course.archivedAt !== null && h("span", { class: "chip" }, "archived"),
      h("span", { class: course.role === "STUDENT" ? "chip" : "chip good" }, ROLE_WORDS[course.role]),
    ),
  );
