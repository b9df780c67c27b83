const FIRST_MILLIS = 500;
const MOST_MILLIS = 15_000;

/**
 * How long to wait before the next try: doubles from half a second up to 15 s, with up to a quarter
 * less by chance so that a class does not come back all at once.
 *
 * @param failures tries that failed in a row, from 1
 * @param chance from 0 to 1
 */
export function waitBeforeTry(failures: number, chance: number): number {
  const full = Math.min(MOST_MILLIS, FIRST_MILLIS * 2 ** (failures - 1));
  return Math.round(full * (1 - chance / 4));
}
