package threadmill.server.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import threadmill.server.event.EventPage;
import threadmill.server.event.EventSource;
import threadmill.server.event.EventsStored;

/// The numbered events of all experiments. What is not in here is not sent to anybody.
@ApplicationScoped
class ExperimentJournal implements EventSource {
  private final ExperimentEvents events;
  private final Event<EventsStored> stored;
  private final ObjectMapper json;
  private final InstantSource clock;

  ExperimentJournal(
      ExperimentEvents events, Event<EventsStored> stored, ObjectMapper json, InstantSource clock) {
    this.events = events;
    this.stored = stored;
    this.json = json;
    this.clock = clock;
  }

  /// Appends within the caller's transaction, which must hold the lock of the experiment's row:
  /// that is what makes numbers follow each other without gaps.
  @Transactional(Transactional.TxType.MANDATORY)
  void append(Experiment experiment, ExperimentEvent told) {
    var event = new StoredExperimentEvent();
    event.key = new StoredExperimentEvent.Key(experiment.id, ++experiment.lastSeq);
    event.at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    event.type = told.type();
    event.data = write(told);
    events.persist(event);
    stored.fire(new EventsStored(experiment.id));
  }

  @Override
  @Transactional
  public EventPage page(UUID experiment, int after, int most) {
    var page = events.after(experiment, after, most);
    if (page.isEmpty()) {
      return new EventPage(0, "[]", after, false);
    }
    var last = page.getLast();
    boolean ended = last.type.equals("ended") && events.newest(experiment, last.key.seq());
    var text = write(page.stream().map(StoredExperimentEvent::view).toList());
    return new EventPage(page.size(), text, last.key.seq(), ended);
  }

  @Override
  @Transactional
  public boolean ended(UUID experiment, int seen) {
    return events.endsUpTo(experiment, seen);
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
