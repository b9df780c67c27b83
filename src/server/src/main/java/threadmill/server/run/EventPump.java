package threadmill.server.run;

import io.quarkus.logging.Log;
import io.quarkus.websockets.next.WebSocketConnection;
import java.time.Duration;
import java.util.UUID;
import threadmill.server.event.EventSource;
import threadmill.server.event.Wakeups;

/// Feeds one socket from the journal, in order, until the verdict or until the client goes.
///
/// Implementation note: runs on one thread of its own and shares nothing. It listens before it
/// first reads, so nothing falls between reading and waiting; it reads each event from the journal
/// exactly once, so nothing comes twice. A page is sent before the next is read: a slow client
/// costs one page of memory and holds up nobody else.
public final class EventPump implements Runnable {
  /// With texts of 16 Ki characters at most, a page stays near 1 MB.
  private static final int PAGE = 64;

  /// Finds what was stored without this process noticing.
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

  private final UUID subject;
  private final int after;
  private final EventSource journal;
  private final Wakeups wakeups;
  private final WebSocketConnection connection;

  /// @param subject whose events: a run's or an experiment's id
  public EventPump(
      UUID subject,
      int after,
      EventSource journal,
      Wakeups wakeups,
      WebSocketConnection connection) {
    this.subject = subject;
    this.after = after;
    this.journal = journal;
    this.wakeups = wakeups;
    this.connection = connection;
  }

  @Override
  public void run() {
    try (var listener = wakeups.listen(subject)) {
      feed(listener);
      connection.closeAndAwait();
    } catch (InterruptedException gone) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException broken) {
      if (connection.isOpen()) {
        Log.warnf(broken, "the events of %s cannot be sent; the client will come again", subject);
        connection.closeAndAwait(io.quarkus.websockets.next.CloseReason.INTERNAL_SERVER_ERROR);
      }
    }
  }

  private void feed(Wakeups.Listener listener) throws InterruptedException {
    int seen = after;
    while (connection.isOpen()) {
      var page = journal.page(subject, seen, PAGE);
      if (page.isEmpty() && seen == after && journal.ended(subject, seen)) {
        return; // the client has seen all
      }
      if (!page.isEmpty()) {
        connection.sendTextAndAwait(page.json());
        seen = page.lastSeq();
      }
      if (page.ended()) {
        return;
      }
      if (page.count() < PAGE) {
        listener.await(LOOK_AGAIN);
      }
    }
  }
}
