import { flag, list, member, object, orNull, text, type Read } from "./read";

/** An account as its owner and administrators see it. */
export interface Account {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly nickname: string | null;
  readonly email: string | null;
  readonly siteAdmin: boolean;
  readonly mayCreateCourses: boolean;
  /** Whether its owner has set a password. */
  readonly claimed: boolean;
  readonly createdAt: string;
}

export const readAccount: Read<Account> = (value, at) => {
  const from = object(value, at);
  return {
    id: member(from, "id", text, at),
    login: member(from, "login", text, at),
    name: member(from, "name", text, at),
    nickname: member(from, "nickname", orNull(text), at),
    email: member(from, "email", orNull(text), at),
    siteAdmin: member(from, "siteAdmin", flag, at),
    mayCreateCourses: member(from, "mayCreateCourses", flag, at),
    claimed: member(from, "claimed", flag, at),
    createdAt: member(from, "createdAt", text, at),
  };
};

/** `GET /api/v1/admin/accounts`. */
export const readAccounts: Read<Account[]> = (value, at) =>
  member(object(value, at), "accounts", list(readAccount), at);
