package threadmill.server.run;

import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.PathParam;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import threadmill.server.event.Journal;
import threadmill.server.event.Wakeups;

/// The socket that sends a run's events: those after the number that the client saw last, then
/// every new one, and closes after the verdict.
///
/// Implementation note: `pumps` maps open connections to the thread that feeds each; closing a
/// connection interrupts its thread, and a thread that ends takes itself out.
@WebSocket(path = "/api/v1/runs/{id}/events", endpointId = RunSocket.ID)
class RunSocket {
  static final String ID = "run-events";

  private final Journal journal;
  private final Wakeups wakeups;
  private final Map<String, Thread> pumps = new ConcurrentHashMap<>();

  RunSocket(Journal journal, Wakeups wakeups) {
    this.journal = journal;
    this.wakeups = wakeups;
  }

  @OnOpen
  void open(@PathParam("id") String id, WebSocketConnection connection) {
    int after = After.parse(After.of(connection.handshakeRequest().query())).orElse(0);
    var pump = new EventPump(UUID.fromString(id), after, journal, wakeups, connection);
    var thread =
        Thread.ofVirtual()
            .name("socket-" + id)
            .unstarted(() -> {
              try {
                pump.run();
              } finally {
                pumps.remove(connection.id());
              }
            });
    pumps.put(connection.id(), thread);
    thread.start();
  }

  @OnClose
  void close(WebSocketConnection connection) {
    var thread = pumps.remove(connection.id());
    if (thread != null) {
      thread.interrupt();
    }
  }
}
