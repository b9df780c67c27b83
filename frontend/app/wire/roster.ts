import { list, member, number, object, orNull, text, type Read } from "./read";

/** What the import of a roster did, or in a trial would do. */
export interface RosterReport {
  readonly added: readonly Added[];
  /** Logins, as with those who were dropped. */
  readonly updated: readonly string[];
  readonly dropped: readonly string[];
  /** How many were as the roster has them already. */
  readonly unchanged: number;
}

/** Somebody whom the roster brought in. */
export interface Added {
  readonly login: string;
  readonly name: string;
  readonly email: string | null;
  /** Path of a claim link; null for who has an account already, and in a trial. */
  readonly link: string | null;
}

const readAdded: Read<Added> = (value, at) => {
  const from = object(value, at);
  return {
    login: member(from, "login", text, at),
    name: member(from, "name", text, at),
    email: member(from, "email", orNull(text), at),
    link: member(from, "link", orNull(text), at),
  };
};

export const readRosterReport: Read<RosterReport> = (value, at) => {
  const from = object(value, at);
  return {
    added: member(from, "added", list(readAdded), at),
    updated: member(from, "updated", list(text), at),
    dropped: member(from, "dropped", list(text), at),
    unchanged: member(from, "unchanged", number, at),
  };
};
