/** How a run ended. The limit that was hit first wins. Mirrors `threadmill.runner.Verdict`. */
export const VERDICTS = [
  "OK",
  "COMPILE_ERROR",
  "RUNTIME_ERROR",
  "WRONG_ANSWER",
  "TIME_LIMIT",
  "MEMORY_LIMIT",
  "OUTPUT_LIMIT",
  "THREAD_LIMIT",
  "DEADLOCK",
  "LIVELOCK",
  "THREAD_LEAK",
  "RACE_OBSERVED",
  "SECURITY_VIOLATION",
  "CANCELLED",
  "INTERNAL_ERROR",
] as const;

export type Verdict = (typeof VERDICTS)[number];
