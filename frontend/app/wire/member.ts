import { ROLES, type Role } from "./course";
import { flag, list, member, object, oneOf, orNull, text, type Read } from "./read";

/** Somebody in a course, as its staff sees them. */
export interface Member {
  /** Id of their account. */
  readonly account: string;
  readonly login: string;
  readonly name: string;
  readonly email: string | null;
  readonly role: Role;
  readonly studentNumber: string | null;
  /** Whether they have set a password yet. */
  readonly claimed: boolean;
  readonly joinedAt: string;
  /** Null for who is in the course now. */
  readonly droppedAt: string | null;
}

export const readMember: Read<Member> = (value, at) => {
  const from = object(value, at);
  return {
    account: member(from, "account", text, at),
    login: member(from, "login", text, at),
    name: member(from, "name", text, at),
    email: member(from, "email", orNull(text), at),
    role: member(from, "role", oneOf(ROLES), at),
    studentNumber: member(from, "studentNumber", orNull(text), at),
    claimed: member(from, "claimed", flag, at),
    joinedAt: member(from, "joinedAt", text, at),
    droppedAt: member(from, "droppedAt", orNull(text), at),
  };
};

/** `GET /api/v1/courses/{course}/members`. */
export const readMembers: Read<Member[]> = (value, at) => member(object(value, at), "members", list(readMember), at);
