import { member, object, oneOf, orNull, text, type Read } from "./read";

export const LINK_KINDS = ["ADMINISTRATOR", "CLAIM", "RESET"] as const;

/** `POST /api/v1/links/look`: what a one-time link is for. */
export interface Link {
  readonly kind: (typeof LINK_KINDS)[number];
  /** Null where the link makes an account, as is the name. */
  readonly login: string | null;
  readonly name: string | null;
  readonly expiresAt: string;
}

export const readLink: Read<Link> = (value, at) => {
  const from = object(value, at);
  return {
    kind: member(from, "kind", oneOf(LINK_KINDS), at),
    login: member(from, "login", orNull(text), at),
    name: member(from, "name", orNull(text), at),
    expiresAt: member(from, "expiresAt", text, at),
  };
};

/** A link that staff made for somebody. */
export interface MadeLink {
  /** Below this server's address. */
  readonly path: string;
  readonly expiresAt: string;
}

export const readMadeLink: Read<MadeLink> = (value, at) => {
  const from = object(value, at);
  return { path: member(from, "path", text, at), expiresAt: member(from, "expiresAt", text, at) };
};
