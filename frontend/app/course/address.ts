const COURSE_PATH = /^\/courses\/([a-z0-9-]{1,100})(\/[a-z]+)?\/?$/;

/** The course that a path names; empty where it can name none. */
export const courseOf = (pathname: string): string => COURSE_PATH.exec(pathname)?.[1] ?? "";

/** The path of a course's page, or of one below it. */
export const coursePath = (slug: string, below: "" | "/people" = ""): string =>
  `/courses/${encodeURIComponent(slug)}${below}`;

/** The path that leads to joining by a code. */
export const joinPath = (code: string): string => `/courses/join?${new URLSearchParams({ code })}`;
