/**
 * Reading of unknown JSON. Each reader returns a value of its type or throws a WireError that names
 * the place, so that a server that speaks differently is noticed at the border and not in a view.
 */
export class WireError extends Error {}

export type Read<T> = (value: unknown, at: string) => T;

const fail = (at: string, wanted: string): never => {
  throw new WireError(`${at}: expected ${wanted}`);
};

export const text: Read<string> = (value, at) =>
  typeof value === "string" ? value : fail(at, "a string");

export const number: Read<number> = (value, at) =>
  typeof value === "number" && Number.isFinite(value) ? value : fail(at, "a number");

export const flag: Read<boolean> = (value, at) =>
  typeof value === "boolean" ? value : fail(at, "true or false");

export const object: Read<Record<string, unknown>> = (value, at) =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : fail(at, "an object");

export const list =
  <T>(item: Read<T>): Read<T[]> =>
  (value, at) =>
    Array.isArray(value) ? value.map((each, i) => item(each, `${at}[${i}]`)) : fail(at, "a list");

export const oneOf =
  <T extends string>(words: readonly T[]): Read<T> =>
  (value, at) =>
    words.includes(value as T) ? (value as T) : fail(at, words.join(" | "));

/** Null and absent are the same on the wire. */
export const orNull =
  <T>(read: Read<T>): Read<T | null> =>
  (value, at) =>
    value === null || value === undefined ? null : read(value, at);

export const orElse =
  <T>(read: Read<T>, fallback: T): Read<T> =>
  (value, at) =>
    value === null || value === undefined ? fallback : read(value, at);

/** Reads a member of an object that was read with {@link object}. */
export const member = <T>(from: Record<string, unknown>, name: string, read: Read<T>, at: string): T =>
  read(from[name], at === "" ? name : `${at}.${name}`);
