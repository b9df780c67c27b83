/** Stands in for this server's own origin, whatever that is. */
const HERE = "http://here.invalid";

/**
 * Where to go after signing in: the path that `?next=` names, if it is one of this site. Browsers
 * read `\\` as `/` and skip tabs and line breaks, so a path with any of these might be another site's.
 */
export function nextPath(search: string): string | null {
  const next = new URLSearchParams(search).get("next") ?? "";
  if (!/^\/(?!\/)[^\\\s\p{Cc}]*$/u.test(next)) return null;
  return URL.canParse(next, HERE) && new URL(next, HERE).origin === HERE ? next : null;
}

/** The address of a page, such as `/sign-in`, which leads on to `next`. */
export const thenTo = (page: string, next: string | null): string =>
  next === null ? page : `${page}?${new URLSearchParams({ next })}`;

/** Pages that one comes through, rather than goes to. */
const ON_THE_WAY: ReadonlySet<string> = new Set(["/sign-in", "/sign-up", "/forgotten", "/link"]);

/** The address that signs in and comes back to this page. */
export const signInFrom = ({ pathname, search }: { readonly pathname: string; readonly search: string }): string =>
  thenTo("/sign-in", ON_THE_WAY.has(pathname) ? nextPath(search) : pathname + search);
