/** A value that can be read, replaced and watched. */
export interface Store<T> {
  get(): T;
  set(next: T): void;
  /** Calls `watcher` now and after each change; returns what ends that. */
  subscribe(watcher: (value: T) => void): () => void;
}

/** Setting the very same value tells nobody. */
export function createStore<T>(first: T): Store<T> {
  let value = first;
  const watchers = new Set<(value: T) => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const watcher of [...watchers]) watcher(next);
    },
    subscribe(watcher) {
      watchers.add(watcher);
      watcher(value);
      return () => watchers.delete(watcher);
    },
  };
}
