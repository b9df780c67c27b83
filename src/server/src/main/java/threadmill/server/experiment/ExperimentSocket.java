package threadmill.server.experiment;

import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.PathParam;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import threadmill.server.event.Wakeups;
import threadmill.server.run.After;
import threadmill.server.run.EventPump;

/// The socket that sends an experiment's events: those after the number that the client saw last,
/// then every new one, and closes after the end.
///
/// Implementation note: `pumps` maps open connections to the thread that feeds each; closing a
/// connection interrupts its thread, and a thread that ends takes itself out.
@WebSocket(path = "/api/v1/experiments/{id}/events", endpointId = ExperimentSocket.ID)
class ExperimentSocket {
  static final String ID = "experiment-events";

  private final ExperimentJournal journal;
  private final Wakeups wakeups;
  private final Map<String, Thread> pumps = new ConcurrentHashMap<>();

  ExperimentSocket(ExperimentJournal journal, Wakeups wakeups) {
    this.journal = journal;
    this.wakeups = wakeups;
  }

  @OnOpen
  void open(@PathParam("id") String id, WebSocketConnection connection) {
    int after = After.parse(After.of(connection.handshakeRequest().query())).orElse(0);
    var pump = new EventPump(UUID.fromString(id), after, journal, wakeups, connection);
    var thread =
        Thread.ofVirtual()
            .name("experiment-socket-" + id)
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
