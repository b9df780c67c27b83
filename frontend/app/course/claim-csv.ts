import type { Added } from "../wire/roster";

/** Somebody who was added, with the whole address of the link that hands over the account. */
export interface Claim {
  readonly login: string;
  readonly name: string;
  readonly email: string;
  readonly link: string;
}

/** Those of the added who have no account of their own yet. */
export const claimsOf = (added: readonly Added[], origin: string): Claim[] =>
  added.flatMap(({ login, name, email, link }) =>
    link === null ? [] : [{ login, name, email: email ?? "", link: new URL(link, origin).href }],
  );

/** The claims as CSV (RFC 4180), whose cells no spreadsheet takes for formulas. */
export const claimCsv = (claims: readonly Claim[]): string =>
  [["login", "name", "email", "link"], ...claims.map((each) => [each.login, each.name, each.email, each.link])]
    .map((cells) => `${cells.map(cell).join(",")}\r\n`)
    .join("");

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
