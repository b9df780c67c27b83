/** What can be compared, as addresses name it: `run:ID` or `cell:EXPERIMENT/NUMBER`. */
export type Reference =
  | { readonly kind: "run"; readonly id: string }
  | { readonly kind: "cell"; readonly experiment: string; readonly number: number };

/** The two sides that an address names; null is what it does not name, or not readably. */
export interface CompareUrl {
  readonly a: string | null;
  readonly b: string | null;
}

export const runReference = (id: string): string => `run:${id}`;

export const cellReference = (experiment: string, number: number): string => `cell:${experiment}/${number}`;

const FORM = /^(?:run:([A-Za-z0-9_-]{1,64})|cell:([A-Za-z0-9_-]{1,64})\/(\d{1,4}))$/;

/** Reads a reference, null for what is none. */
export function readReference(text: string | null): Reference | null {
  const found = FORM.exec(text ?? "");
  if (found === null) return null;
  const [, id, experiment, number] = found;
  if (id !== undefined) return { kind: "run", id };
  return experiment === undefined ? null : { kind: "cell", experiment, number: Number(number) };
}

export function readCompareUrl(search: string): CompareUrl {
  const params = new URLSearchParams(search);
  const side = (name: string): string | null => {
    const value = params.get(name);
    return readReference(value) === null ? null : value;
  };
  return { a: side("a"), b: side("b") };
}

/** The page that compares b with a; with one of them missing, the page on which to choose it. */
export function compareAddress({ a, b }: CompareUrl): string {
  // Colons and slashes may stand in a query as they are, and read better.
  const parts = [a === null ? null : `a=${a}`, b === null ? null : `b=${b}`].filter((part) => part !== null);
  return parts.length === 0 ? "/compare" : `/compare?${parts.join("&")}`;
}

/** The page of one side: a run, or the experiment that a cell is of. */
export function pageOf(reference: Reference): string {
  return reference.kind === "run" ? `/runs/${reference.id}` : `/experiments/${reference.experiment}`;
}
