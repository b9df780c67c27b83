import { readProblem, type Problem } from "../wire/problem";
import type { Read } from "../wire/read";

/** The server answered that it will not do it, and why. */
export class Refusal extends Error {
  readonly problem: Problem;
  /** Seconds after which a new try makes sense, where the server says so. */
  readonly retryAfter: number | null;

  constructor(problem: Problem, retryAfter: number | null) {
    super(problem.detail || problem.title);
    this.problem = problem;
    this.retryAfter = retryAfter;
  }
}

/** The server cannot be reached, or what answered is not it. */
export class ServerAway extends Error {}

/** Where the REST interface is. */
export const API = "/api/v1";

/** Asks the server and reads its answer. */
export async function call<T>(method: string, path: string, read: Read<T>, body?: string | Blob, type = JSON_TYPE): Promise<T> {
  let response: Response;
  try {
    response = await fetch(API + path, {
      method,
      headers: { Accept: "application/json, application/problem+json", ...(body ? { "Content-Type": type } : {}) },
      ...(body === undefined ? {} : { body }),
    });
  } catch {
    throw new ServerAway("The server does not answer.");
  }
  if (!response.ok) throw await refusal(response);
  const text = await response.text();
  return read(text === "" ? null : JSON.parse(text), "");
}

const JSON_TYPE = "application/json";

async function refusal(response: Response): Promise<Error> {
  const after = Number(response.headers.get("Retry-After") ?? NaN);
  try {
    return new Refusal(readProblem(await response.json(), ""), Number.isFinite(after) ? after : null);
  } catch {
    // A proxy in between speaks HTML.
    return response.status >= 500
      ? new ServerAway(`The server is away (${response.status}).`)
      : new Refusal(
          { title: "Refused", status: response.status, detail: `The server refused (${response.status}).`, errors: [] },
          null,
        );
  }
}
