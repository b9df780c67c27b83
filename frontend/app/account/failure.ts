import { Refusal } from "../base/call";
import { h } from "../base/dom";
import { signInFrom } from "./next";

/** What to say of something that failed; who is not signed in gets a link to where one signs in. */
export function failure(error: unknown): (Node | string)[] {
  if (error instanceof Refusal && error.problem.status === 401 && location.pathname !== "/sign-in") return signInOffer();
  if (error instanceof Refusal) return [error.message];
  return [`${error instanceof Error ? error.message : "It did not work."} Try again in a moment.`];
}

/** For who has to sign in to go on. */
export const signInOffer = (): (Node | string)[] => [
  "You are not signed in. ",
  h("a", { href: signInFrom(location) }, "Sign in"),
  " to go on here.",
];
