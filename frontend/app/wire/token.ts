import { list, member, object, oneOf, orNull, text, type Read } from "./read";

export const SCOPES = ["run", "submit", "author", "grade"] as const;
/** What a token is good for, besides reading. */
export type Scope = (typeof SCOPES)[number];

/** A token by which a program acts in its owner's name. */
export interface Token {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: string;
  /** Null: never. */
  readonly expiresAt: string | null;
  readonly lastUsedAt: string | null;
  /** The token itself, only in the answer to its making. */
  readonly token: string | null;
}

export const readToken: Read<Token> = (value, at) => {
  const from = object(value, at);
  return {
    id: member(from, "id", text, at),
    name: member(from, "name", text, at),
    scopes: member(from, "scopes", list(oneOf(SCOPES)), at),
    createdAt: member(from, "createdAt", text, at),
    expiresAt: member(from, "expiresAt", orNull(text), at),
    lastUsedAt: member(from, "lastUsedAt", orNull(text), at),
    token: member(from, "token", orNull(text), at),
  };
};

/** `GET /api/v1/account/tokens`. */
export const readTokens: Read<Token[]> = (value, at) => member(object(value, at), "tokens", list(readToken), at);
