package threadmill.server.event;

import java.util.UUID;

/// Numbered events that are read page by page.
public interface EventSource {

  /// A page of events after a number, as the JSON array that a socket sends.
  EventPage page(UUID subject, int after, int most);

  /// Whether who has seen the events up to a number has seen all that will come for now.
  boolean ended(UUID subject, int seen);
}
