import { readEvents, type RunEvent } from "../wire/event";
import { readExperimentEvents, type ExperimentEvent } from "../wire/experiment-event";
import { waitBeforeTry } from "./backoff";

const SERVER_CLOSES_MILLIS = 2_000;

/** How the page hears of a run. */
export type Connection =
  | { readonly kind: "closed" }
  | { readonly kind: "connecting" }
  | { readonly kind: "live" }
  | { readonly kind: "waiting"; readonly millis: number; readonly failures: number };

export interface EventStream {
  /** Tries now instead of after the wait. */
  retry(): void;
  close(): void;
}

/** Where events come from, and which of them is the last. */
interface Source<E> {
  readonly path: string;
  readonly read: (message: string) => E[];
  readonly isOver: (events: readonly E[]) => boolean;
}

/** Hears a run's events until its verdict. */
export const hearEvents = (
  runId: string,
  lastSeq: () => number,
  onEvents: (events: RunEvent[]) => void,
  onConnection: (connection: Connection) => void,
): EventStream =>
  hear(
    {
      path: `/api/v1/runs/${encodeURIComponent(runId)}/events`,
      read: readEvents,
      isOver: (events) => events.some((event) => event.type === "verdict"),
    },
    lastSeq,
    onEvents,
    onConnection,
  );

/**
 * Hears an experiment's events until one says that it ended. That may be an earlier end, where a cell
 * was measured again since: the experiment itself tells.
 */
export const hearExperiment = (
  id: string,
  lastSeq: () => number,
  onEvents: (events: ExperimentEvent[]) => void,
  onConnection: (connection: Connection) => void,
): EventStream =>
  hear(
    {
      path: `/api/v1/experiments/${encodeURIComponent(id)}/events`,
      read: readExperimentEvents,
      isOver: (events) => events.at(-1)?.type === "ended",
    },
    lastSeq,
    onEvents,
    onConnection,
  );

/**
 * Hears events until the last, however often the connection breaks: each connection asks for what
 * comes after the last event that was heard.
 *
 * @param lastSeq number of the last event that was taken in
 */
function hear<E>(
  source: Source<E>,
  lastSeq: () => number,
  onEvents: (events: E[]) => void,
  onConnection: (connection: Connection) => void,
): EventStream {
  let socket: WebSocket | null = null;
  let timer = 0;
  let failures = 0;
  let done = false;

  const finish = (): void => {
    done = true;
    clearTimeout(timer);
    socket?.close();
    onConnection({ kind: "closed" });
  };

  const connect = (): void => {
    if (done) return;
    clearTimeout(timer);
    onConnection({ kind: "connecting" });
    const url = new URL(source.path, location.href);
    url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
    url.searchParams.set("after", String(lastSeq()));
    const current = new WebSocket(url);
    socket = current;
    current.onopen = () => onConnection({ kind: "live" });
    current.onmessage = (message: MessageEvent<unknown>) => {
      if (done || typeof message.data !== "string") return;
      const events = source.read(message.data);
      failures = 0;
      onEvents(events);
      if (!source.isOver(events)) return;
      done = true;
      onConnection({ kind: "closed" });
      // The server closes after the last event; only one that forgets to is hung up on.
      setTimeout(() => current.close(), SERVER_CLOSES_MILLIS);
    };
    current.onclose = () => {
      if (done || socket !== current) return;
      failures += 1;
      const millis = waitBeforeTry(failures, Math.random());
      onConnection({ kind: "waiting", millis, failures });
      timer = window.setTimeout(connect, millis);
    };
  };

  connect();
  return {
    retry() {
      if (!done && socket?.readyState !== WebSocket.OPEN) connect();
    },
    close: finish,
  };
}
