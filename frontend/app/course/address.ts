const EXERCISE_PATH = /^\/courses\/([a-z0-9-]{1,100})\/exercises\/([a-z0-9-]{1,100})\/?$/;
const COURSE_PATH = /^\/courses\/([a-z0-9-]{1,100})(\/[a-z]+)?\/?$/;

/** The course that a path names; empty where it can name none. */
export const courseOf = (pathname: string): string => COURSE_PATH.exec(pathname)?.[1] ?? "";

/** The path of a course's page, or of one below it. */
export const coursePath = (slug: string, below: "" | "/people" | "/authoring" = ""): string =>
  `/courses/${encodeURIComponent(slug)}${below}`;

/** The path that leads to joining by a code. */
export const joinPath = (code: string): string => `/courses/join?${new URLSearchParams({ code })}`;

/** The course and the exercise that a path names; empty where it can name none. */
export function exerciseOf(pathname: string): { readonly course: string; readonly exercise: string } {
  const [, course = "", exercise = ""] = EXERCISE_PATH.exec(pathname) ?? [];
  return { course, exercise };
}

/** The path of an exercise's page. */
export const exercisePath = (course: string, exercise: string): string =>
  `${coursePath(course)}/exercises/${encodeURIComponent(exercise)}`;
