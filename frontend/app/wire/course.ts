import { list, member, object, oneOf, orNull, text, type Read } from "./read";

export const ROLES = ["STUDENT", "ASSISTANT", "INSTRUCTOR"] as const;
/** What somebody is in a course, by rising rights. */
export type Role = (typeof ROLES)[number];

/** A course as somebody in it sees it. */
export interface Course {
  /** Its name in addresses. */
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  /** What who asks is in it; an administrator counts as an instructor everywhere. */
  readonly role: Role;
  /** For instructors alone, while joining is open. */
  readonly joinCode: string | null;
  readonly archivedAt: string | null;
}

export const readCourse: Read<Course> = (value, at) => {
  const from = object(value, at);
  return {
    slug: member(from, "slug", text, at),
    title: member(from, "title", text, at),
    description: member(from, "description", text, at),
    role: member(from, "role", oneOf(ROLES), at),
    joinCode: member(from, "joinCode", orNull(text), at),
    archivedAt: member(from, "archivedAt", orNull(text), at),
  };
};

/** `GET /api/v1/courses`. */
export const readCourses: Read<Course[]> = (value, at) => member(object(value, at), "courses", list(readCourse), at);
