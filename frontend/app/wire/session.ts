import { readAccount, type Account } from "./account";
import { flag, list, member, object, oneOf, orNull, text, type Read } from "./read";

export const SIGN_UP_MODES = ["open", "code", "closed"] as const;
export type SignUpMode = (typeof SIGN_UP_MODES)[number];

/** `GET /api/v1/session`: who asks, and how one gets an account. */
export interface Standing {
  /** Null for who is not signed in. */
  readonly account: Account | null;
  readonly signUp: SignUpMode;
  /** Whether this server sends mail. */
  readonly mail: boolean;
}

export const readStanding: Read<Standing> = (value, at) => {
  const from = object(value, at);
  return {
    account: member(from, "account", orNull(readAccount), at),
    signUp: member(from, "signUp", oneOf(SIGN_UP_MODES), at),
    mail: member(from, "mail", flag, at),
  };
};

/** A browser in which somebody is signed in. */
export interface Session {
  readonly id: string;
  /** What the browser calls itself. */
  readonly agent: string;
  readonly remembered: boolean;
  /** Whether it is this one. */
  readonly current: boolean;
  readonly createdAt: string;
  readonly lastSeenAt: string;
}

const readSession: Read<Session> = (value, at) => {
  const from = object(value, at);
  return {
    id: member(from, "id", text, at),
    agent: member(from, "agent", text, at),
    remembered: member(from, "remembered", flag, at),
    current: member(from, "current", flag, at),
    createdAt: member(from, "createdAt", text, at),
    lastSeenAt: member(from, "lastSeenAt", text, at),
  };
};

/** `GET /api/v1/account/sessions`. */
export const readSessions: Read<Session[]> = (value, at) =>
  member(object(value, at), "sessions", list(readSession), at);
