import { readEvents, type RunEvent } from "../wire/event";
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

/**
 * Hears a run's events until its verdict, however often the connection breaks: each connection asks
 * for what comes after the last event that was heard.
 *
 * @param lastSeq number of the last event that was taken in
 */
export function hearEvents(
  runId: string,
  lastSeq: () => number,
  onEvents: (events: RunEvent[]) => void,
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
    const url = new URL(`/api/v1/runs/${encodeURIComponent(runId)}/events`, location.href);
    url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
    url.searchParams.set("after", String(lastSeq()));
    const current = new WebSocket(url);
    socket = current;
    current.onopen = () => onConnection({ kind: "live" });
    current.onmessage = (message: MessageEvent<unknown>) => {
      if (done || typeof message.data !== "string") return;
      const events = readEvents(message.data);
      failures = 0;
      onEvents(events);
      if (!events.some((event) => event.type === "verdict")) return;
      done = true;
      onConnection({ kind: "closed" });
      // The server closes after the verdict; only one that forgets to is hung up on.
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
