import { Refusal } from "../base/call";
import { waitBeforeTry } from "../run/backoff";

/** The longest wait between two looks at something that is going on is that after three of them. */
const MOST_STEPS = 3;

/** Something that goes on on the server and is asked for until it has ended. */
export interface Watched<T> {
  readonly ask: () => Promise<T>;
  /** Shows where it stands. */
  readonly show: (now: T) => void;
  readonly ended: (now: T) => boolean;
  /** The server did not answer; it is asked again by itself. */
  readonly away: (error: unknown) => void;
  /** The server will not tell any more. */
  readonly lost: (error: unknown) => void;
}

/**
 * Asks where something stands until it has ended: soon at first and after each change, more rarely
 * while nothing happens or nobody answers.
 *
 * @param sleep waits for so many milliseconds
 * @returns what ends the watch
 */
export function watch<T>({ ask, show, ended, away, lost }: Watched<T>, sleep = pause): () => void {
  let over = false;
  const follow = async (): Promise<void> => {
    let quiet = 1;
    let failures = 0;
    let seen = "";
    for (;;) {
      await sleep(waitBeforeTry(failures > 0 ? failures : quiet, Math.random()));
      if (over) return;
      try {
        const now = await ask();
        if (over) return;
        failures = 0;
        const looks = JSON.stringify(now);
        quiet = looks === seen ? Math.min(quiet + 1, MOST_STEPS) : 1;
        seen = looks;
        show(now);
        if (ended(now)) return;
      } catch (error) {
        if (over) return;
        if (error instanceof Refusal && error.problem.status !== 429) return lost(error);
        failures++;
        away(error);
      }
    }
  };
  void follow();
  return () => (over = true);
}

const pause = (millis: number): Promise<void> => new Promise((done) => setTimeout(done, millis));
