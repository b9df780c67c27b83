/**
 * What the browser keeps for this visitor. A browser may refuse (private windows, full disk): then
 * nothing is kept and the page works on.
 */
export const keep = {
  read(key: string): unknown {
    try {
      const text = localStorage.getItem(`threadmill.${key}`);
      return text === null ? null : (JSON.parse(text) as unknown);
    } catch {
      return null;
    }
  },
  /** Whether it was kept. */
  write(key: string, value: unknown): boolean {
    try {
      localStorage.setItem(`threadmill.${key}`, JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  },
};
