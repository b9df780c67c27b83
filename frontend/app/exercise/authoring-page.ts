import { Refusal } from "../base/call";
import { byId, h } from "../base/dom";
import { courseOf, coursePath } from "../course/address";
import { courseApi } from "../course/api";
import { onSubmit } from "../shell/form";
import { news, openMemberPage } from "../shell/page";
import { exerciseApi } from "./api";
import { AuthoredExercise } from "./authored-exercise";

/** The page on which the exercises of a course are imported, checked and published. */
export function openAuthoring(): void {
  const slug = courseOf(location.pathname);
  const shown = new Map<string, AuthoredExercise>();
  const refresh = async (): Promise<void> => {
    const exercises = await exerciseApi.all(slug);
    byId("exercises-empty", HTMLElement).hidden = exercises.length > 0;
    const list = byId("exercises", HTMLElement);
    for (const exercise of exercises) {
      const there = shown.get(exercise.slug);
      if (there) there.update(exercise);
      else shown.set(exercise.slug, new AuthoredExercise(slug, exercise, refresh));
    }
    const elements = exercises.flatMap((each) => shown.get(each.slug)?.element ?? []);
    // Moving an element would take the focus from it.
    if (elements.some((each, i) => list.children[i] !== each)) list.replaceChildren(...elements);
  };
  const form = byId("import-form", HTMLFormElement);
  const zip = byId("zip", HTMLInputElement);
  onSubmit(form, async () => {
    const file = zip.files?.[0];
    if (!file) return;
    try {
      const made = await exerciseApi.importZip(slug, file);
      form.reset();
      await refresh();
      shown.get(made.slug)?.open();
      news(`“${made.title}” is here as version ${made.version}.`);
    } catch (error) {
      if (!(error instanceof Refusal) || error.problem.errors.length === 0) throw error;
      const lines = error.problem.errors.map(({ field, message }) => h("li", {}, h("code", {}, field), ` ${message}`));
      form.querySelector("[role=alert]")?.replaceChildren(
        "This is not an exercise yet. Mend what follows, and import it again:",
        h("ul", {}, ...lines),
      );
    }
  });
  void openMemberPage(async () => {
    const course = await courseApi.course(slug);
    document.title = `Author exercises of ${course.title} – Threadmill`;
    const back = byId("to-course", HTMLAnchorElement);
    back.textContent = course.title;
    back.href = coursePath(slug);
    if (course.role !== "INSTRUCTOR") throw new Error("Only instructors of this course author its exercises.");
    await refresh();
  });
}
