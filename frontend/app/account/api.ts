import { call } from "../base/call";
import { readAccount, readAccounts, type Account } from "../wire/account";
import { readAudit, type AuditEntry } from "../wire/audit";
import { readLink, readMadeLink, type Link, type MadeLink } from "../wire/link";
import { readSessions, readStanding, type Session, type Standing } from "../wire/session";
import { readToken, readTokens, type Scope, type Token } from "../wire/token";

/** What somebody types to get an account. */
export interface NewAccount {
  readonly login: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** What an administrator changes of an account; what is left out stays. */
export interface Appointment {
  readonly siteAdmin?: boolean;
  readonly mayCreateCourses?: boolean;
  readonly closed?: true;
}

const send = <T>(method: string, path: string, read: (value: unknown, at: string) => T, body: object): Promise<T> =>
  call(method, path, read, JSON.stringify(body));

const nothing = (): void => undefined;

const one = (list: string, id: string): string => `${list}/${encodeURIComponent(id)}`;

export const accountApi = {
  standing: (): Promise<Standing> => call("GET", "/session", readStanding),
  signIn: (login: string, password: string, remember: boolean): Promise<Account> =>
    send("POST", "/session", readAccount, { login, password, remember }),
  signOut: (): Promise<void> => call("DELETE", "/session", nothing),
  signUp: (account: NewAccount & { readonly joinCode: string }): Promise<Account> =>
    send("POST", "/account", readAccount, account),
  forgotten: (login: string): Promise<void> => send("POST", "/account/password-reset", nothing, { login }),
  change: (shown: { readonly name: string; readonly nickname: string; readonly email: string }): Promise<Account> =>
    send("PATCH", "/account", readAccount, shown),
  password: (current: string, next: string): Promise<void> => send("PUT", "/account/password", nothing, { current, next }),
  delete: (password: string): Promise<void> => send("DELETE", "/account", nothing, { password }),

  look: (secret: string): Promise<Link> => send("POST", "/links/look", readLink, { secret }),
  /** @param chosen of which a link that sets a password takes the password alone */
  use: (secret: string, chosen: NewAccount): Promise<Account> =>
    send("POST", "/links", readAccount, { secret, ...chosen }),

  sessions: (): Promise<Session[]> => call("GET", "/account/sessions", readSessions),
  end: (id: string): Promise<void> => call("DELETE", one("/account/sessions", id), nothing),
  tokens: (): Promise<Token[]> => call("GET", "/account/tokens", readTokens),
  /** @param days until it expires; null for never */
  makeToken: (name: string, scopes: readonly Scope[], days: number | null): Promise<Token> =>
    send("POST", "/account/tokens", readToken, { name, scopes, days }),
  revoke: (id: string): Promise<void> => call("DELETE", one("/account/tokens", id), nothing),

  find: (text: string): Promise<Account[]> => call("GET", `/admin/accounts?${new URLSearchParams({ text })}`, readAccounts),
  appoint: (id: string, appointment: Appointment): Promise<Account> =>
    send("PATCH", one("/admin/accounts", id), readAccount, appointment),
  makeLink: (id: string): Promise<MadeLink> => call("POST", `${one("/admin/accounts", id)}/reset-link`, readMadeLink),
  audit: (): Promise<AuditEntry[]> => call("GET", "/admin/audit", readAudit),
};
