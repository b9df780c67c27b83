import type { DiffLine } from "../wire/comparison";

/** A row of two files side by side; a line that changed stands beside what it was. */
export interface DiffRow {
  readonly a: DiffLine | null;
  readonly b: DiffLine | null;
}

/** Rows that are shown, or a stretch of equal ones that is folded. */
export interface Stretch {
  readonly folded: boolean;
  readonly rows: readonly DiffRow[];
}

/** Equal lines that stay on either side of a change. */
const CONTEXT = 3;

/** Pairs the lines of a file: those that were removed with those that came in their place. */
export function pair(lines: readonly DiffLine[]): DiffRow[] {
  const rows: DiffRow[] = [];
  let removed: DiffLine[] = [];
  let added: DiffLine[] = [];
  const flush = (): void => {
    for (let i = 0; i < Math.max(removed.length, added.length); i++) rows.push({ a: removed[i] ?? null, b: added[i] ?? null });
    removed = [];
    added = [];
  };
  for (const line of lines) {
    if (line.b === null) {
      if (added.length > 0) flush();
      removed.push(line);
    } else if (line.a === null) added.push(line);
    else {
      flush();
      rows.push({ a: line, b: line });
    }
  }
  flush();
  return rows;
}

/** Rows as they are read from top to bottom in one column: what was removed before what was added. */
export function stack(lines: readonly DiffLine[]): DiffRow[] {
  return lines.map((line) => ({ a: line.a === null ? null : line, b: line.b === null ? null : line }));
}

export const isSame = (row: DiffRow): boolean => row.a !== null && row.a === row.b;

/** Folds what is the same far from any change; a fold of one line would take as much room. */
export function fold(rows: readonly DiffRow[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (let start = 0; start < rows.length; ) {
    const same = isSame(rows[start] as DiffRow);
    let end = start + 1;
    while (end < rows.length && isSame(rows[end] as DiffRow) === same) end += 1;
    const head = start === 0 ? 0 : CONTEXT;
    const tail = end === rows.length ? 0 : CONTEXT;
    if (same && end - start - head - tail > 1) {
      push(stretches, false, rows.slice(start, start + head));
      push(stretches, true, rows.slice(start + head, end - tail));
      push(stretches, false, rows.slice(end - tail, end));
    } else push(stretches, false, rows.slice(start, end));
    start = end;
  }
  return stretches;
}

function push(stretches: Stretch[], folded: boolean, rows: readonly DiffRow[]): void {
  if (rows.length === 0) return;
  const last = stretches.at(-1);
  if (last && !last.folded && !folded) stretches[stretches.length - 1] = { folded, rows: [...last.rows, ...rows] };
  else stretches.push({ folded, rows });
}

/** Where two lines differ: the ends of what they share at their beginning and at their end. */
export function differing(a: string, b: string): { readonly start: number; readonly endA: number; readonly endB: number } {
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < most - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return { start, endA: a.length - end, endB: b.length - end };
}
