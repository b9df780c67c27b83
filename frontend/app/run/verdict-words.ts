import type { Verdict } from "../wire/verdict";

/** How a verdict is shown: `good`, the program's `fault`, a `limit` it met, or `neutral`. */
export type Tone = "good" | "fault" | "limit" | "neutral";

export interface VerdictWords {
  readonly title: string;
  readonly tone: Tone;
  /** What it means, for when the server gives no evidence of its own. */
  readonly meaning: string;
  /** What to do next. */
  readonly advice: string;
}

export const VERDICT_WORDS: Record<Verdict, VerdictWords> = {
  OK: {
    title: "OK",
    tone: "good",
    meaning: "main returned and every thread ended.",
    advice: "",
  },
  COMPILE_ERROR: {
    title: "Does not compile",
    tone: "fault",
    meaning: "The compiler refused the source.",
    advice: "The errors are marked in the editor and listed below it; the first one often explains the rest.",
  },
  RUNTIME_ERROR: {
    title: "Runtime error",
    tone: "fault",
    meaning: "The program ended with an error.",
    advice: "The console has the stack trace; its first line in your own files is the place to look.",
  },
  WRONG_ANSWER: {
    title: "Wrong answer",
    tone: "fault",
    meaning: "The output is not what was expected.",
    advice: "Compare the output with what the exercise asks for.",
  },
  TIME_LIMIT: {
    title: "Time limit",
    tone: "limit",
    meaning: "The program was stopped when its time was up.",
    advice: "The timeline shows whether it was computing (Running) or waiting for something that never came.",
  },
  MEMORY_LIMIT: {
    title: "Memory limit",
    tone: "limit",
    meaning: "The program needed more memory than it may have.",
    advice: "Keep less alive at once, or raise the heap in the settings.",
  },
  OUTPUT_LIMIT: {
    title: "Output limit",
    tone: "limit",
    meaning: "The program wrote more than it may.",
    advice: "Print less, or raise the output limits in the settings.",
  },
  THREAD_LIMIT: {
    title: "Thread limit",
    tone: "limit",
    meaning: "The program started more platform threads than it may have.",
    advice: "Use a pool of few threads, or virtual threads, for many small tasks.",
  },
  DEADLOCK: {
    title: "Deadlock",
    tone: "fault",
    meaning: "Threads wait for each other in a circle, and none can go on.",
    advice: "Take the locks in the same order everywhere, or use a timed tryLock.",
  },
  LIVELOCK: {
    title: "Livelock",
    tone: "fault",
    meaning: "Threads keep busy giving way to each other, and none gets on.",
    advice: "Let one of them wait for a time of its own, or decide who goes first.",
  },
  THREAD_LEAK: {
    title: "Thread leak",
    tone: "fault",
    meaning: "main returned, but other threads wait for ever, so the program cannot end.",
    advice: "Close the executor (try-with-resources does), or end or interrupt the threads that remain.",
  },
  RACE_OBSERVED: {
    title: "Race observed",
    tone: "fault",
    meaning: "The same program gave different results.",
    advice: "Look for data that two threads change without a lock or an atomic.",
  },
  SECURITY_VIOLATION: {
    title: "Not allowed",
    tone: "fault",
    meaning: "The program tried something that the sandbox forbids and was stopped.",
    advice: "Use only what the Java library offers to an ordinary program.",
  },
  CANCELLED: {
    title: "Stopped",
    tone: "neutral",
    meaning: "The run was stopped by its user.",
    advice: "What it did until then is kept below.",
  },
  INTERNAL_ERROR: {
    title: "Our failure",
    tone: "neutral",
    meaning: "Something failed on our side; your program is not to blame.",
    advice: "Run it again. If this stays, tell whoever runs this server, with the address of this page.",
  },
};
