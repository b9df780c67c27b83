import { list, member, object, text, type Read } from "./read";

/** Something that an administrator or a course's staff did to somebody. */
export interface AuditEntry {
  readonly at: string;
  /** Login of who did it, at that time. */
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
}

const readEntry: Read<AuditEntry> = (value, at) => {
  const from = object(value, at);
  return {
    at: member(from, "at", text, at),
    actor: member(from, "actor", text, at),
    action: member(from, "action", text, at),
    subject: member(from, "subject", text, at),
  };
};

/** `GET /api/v1/admin/audit`. */
export const readAudit: Read<AuditEntry[]> = (value, at) => member(object(value, at), "entries", list(readEntry), at);
