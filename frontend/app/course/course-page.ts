import { failure } from "../account/failure";
import { byId, h } from "../base/dom";
import { day } from "../base/when";
import { onSubmit } from "../shell/form";
import { news, openMemberPage } from "../shell/page";
import { confirm } from "../shell/confirm";
import { exerciseApi } from "../exercise/api";
import { showExercises } from "../exercise/exercise-list";
import type { Course } from "../wire/course";
import { courseOf, coursePath } from "./address";
import { courseApi } from "./api";
import { installJoining, showJoining, type ChangeCourse } from "./joining";
import { ROLE_WORDS } from "./words";

/** The page of a course. */
export function openCourse(): void {
  const slug = courseOf(location.pathname);
  let course: Course | null = null;
  const show = (next: Course): void => {
    course = next;
    showCourse(next);
  };
  const change: ChangeCourse = async (wanted, words) => {
    try {
      show(await courseApi.change(slug, wanted));
      news(words);
    } catch (error) {
      news(...failure(error));
    }
  };
  installJoining(change);
  onSubmit(byId("course-form", HTMLFormElement), async (value) => {
    show(await courseApi.change(slug, { title: value("title"), description: value("description") }));
    news("Saved.");
  });
  byId("archive", HTMLButtonElement).addEventListener("click", () => {
    if (course) void archive(course, change);
  });
  void openMemberPage(async () => {
    const [found, exercises] = await Promise.all([courseApi.course(slug), exerciseApi.all(slug)]);
    showExercises(slug, exercises, found.role !== "STUDENT");
    byId("title", HTMLInputElement).value = found.title;
    byId("description", HTMLTextAreaElement).value = found.description;
    show(found);
  });
}

function showCourse(course: Course): void {
  document.title = `${course.title} – Threadmill`;
  byId("course-title", HTMLElement).textContent = course.title;
  byId("course-chips", HTMLElement).replaceChildren(
    h("span", { class: course.role === "STUDENT" ? "chip" : "chip good" }, ROLE_WORDS[course.role]),
  );
  const archived = byId("course-archived", HTMLElement);
  archived.hidden = course.archivedAt === null;
  if (course.archivedAt !== null)
    archived.replaceChildren("Archived since ", day(course.archivedAt), ": all of it can be read, but nobody joins or hands in.");
  const description = byId("course-description", HTMLElement);
  description.textContent = course.description;
  description.hidden = course.description === "";
  byId("course-people", HTMLElement).hidden = course.role === "STUDENT";
  byId("to-people", HTMLAnchorElement).href = coursePath(course.slug, "/people");
  const manages = course.role === "INSTRUCTOR";
  const authoring = byId("to-authoring", HTMLAnchorElement);
  authoring.href = coursePath(course.slug, "/authoring");
  authoring.hidden = !manages;
  byId("joining", HTMLElement).hidden = byId("managing", HTMLElement).hidden = !manages;
  if (manages) showJoining(course);
  byId("archive", HTMLElement).textContent = course.archivedAt === null ? "Archive the course…" : "Take the course up again";
}

async function archive(course: Course, change: ChangeCourse): Promise<void> {
  const archived = course.archivedAt === null;
  if (
    archived &&
    !(await confirm({
      title: "Archive this course?",
      text: "Its people can still read all of it, but nobody joins or hands in any more. You can take it up again.",
      yes: "Archive",
    }))
  )
    return;
  await change({ archived }, archived ? "The course is archived." : "The course goes on.");
}
