package threadmill.server.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;

/// The numbered events of all runs. What is not in here is not sent to anybody.
@ApplicationScoped
public class Journal implements EventSource {
  private final StoredEventRepository events;
  private final Event<EventsStored> stored;
  private final ObjectMapper json;

  Journal(StoredEventRepository events, Event<EventsStored> stored, ObjectMapper json) {
    this.events = events;
    this.stored = stored;
    this.json = json;
  }

  /// Appends within the caller's transaction, which must hold the lock of the run's row: that is
  /// what makes numbers follow each other without gaps.
  ///
  /// @param lastSeq number of the run's newest event
  /// @return the number of its newest event from now on
  @Transactional(Transactional.TxType.MANDATORY)
  public int append(UUID run, int attempt, int lastSeq, List<EventDraft> drafts) {
    int seq = lastSeq;
    for (var draft : drafts) {
      var event = new StoredEvent();
      event.key = new StoredEvent.Key(run, ++seq);
      event.attempt = attempt;
      event.atNanos = draft.atNanos();
      event.type = draft.data().type();
      event.data = write(draft.data());
      events.persist(event);
    }
    if (seq > lastSeq) {
      stored.fire(new EventsStored(run));
    }
    return seq;
  }

  /// A page of events after a number, as the JSON array that a socket sends.
  @Override
  @Transactional
  public EventPage page(UUID run, int after, int most) {
    var page = events.after(run, after, most);
    if (page.isEmpty()) {
      return new EventPage(0, "[]", after, false);
    }
    var last = page.getLast();
    var text = write(page.stream().map(StoredEvent::view).toList());
    return new EventPage(page.size(), text, last.key.seq(), last.type.equals("verdict"));
  }

  /// Whether the verdict of a run is among the events up to a number.
  @Override
  @Transactional
  public boolean ended(UUID run, int seen) {
    return events.verdictUpTo(run, seen);
  }

  /// What an attempt wrote to one of its streams, `stdout` or `stderr`, put together.
  @Transactional
  public String output(UUID run, int attempt, String stream) {
    var text = new StringBuilder();
    for (var event : events.ofType(run, attempt, stream)) {
      text.append(read(event.data).path("text").asText());
    }
    return text.toString();
  }

  private JsonNode read(String data) {
    try {
      return json.readTree(data);
    } catch (JsonProcessingException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
