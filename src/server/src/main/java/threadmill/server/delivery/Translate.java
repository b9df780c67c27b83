package threadmill.server.delivery;

import java.util.ArrayList;
import java.util.List;
import threadmill.runner.RunEvent;
import threadmill.runner.RunEvent.Output.Stream;
import threadmill.server.event.EventBody;
import threadmill.server.event.EventDraft;
import threadmill.server.run.RunState;

/// Turns a runner's events into those of the journal.
final class Translate {
  /// Longest text of one event, in UTF-16 units: bounds what a page of events can weigh.
  static final int MOST_CHARS = 16 * 1024;

  private Translate() {}

  /// The drafts of some events that follow each other; output of one stream is put together.
  static List<EventDraft> drafts(List<RunEvent> events) {
    var drafts = new ArrayList<EventDraft>();
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i) instanceof RunEvent.Output first) {
        var text = new StringBuilder(first.text());
        while (i + 1 < events.size()
            && events.get(i + 1) instanceof RunEvent.Output next
            && next.stream() == first.stream()) {
          text.append(next.text());
          i++;
        }
        split(first, text, drafts);
      } else {
        one(events.get(i), drafts);
      }
    }
    return drafts;
  }

  private static void split(RunEvent.Output output, CharSequence text, List<EventDraft> drafts) {
    for (int from = 0; from < text.length(); ) {
      int to = Math.min(text.length(), from + MOST_CHARS);
      if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
        to--;
      }
      var part = text.subSequence(from, to).toString();
      drafts.add(
          new EventDraft(
              output.atNanos(),
              output.stream() == Stream.STDOUT
                  ? new EventBody.Stdout(part)
                  : new EventBody.Stderr(part)));
      from = to;
    }
  }

  private static void one(RunEvent event, List<EventDraft> drafts) {
    switch (event) {
      // Taking the run from the queue told this already.
      case RunEvent.Compiling _ -> {}
      case RunEvent.Running running ->
          drafts.add(
              new EventDraft(
                  running.atNanos(), new EventBody.State(RunState.RUNNING.name(), null, null)));
      case RunEvent.Diagnosed(var at, var found) ->
          drafts.add(
              new EventDraft(
                  at,
                  new EventBody.Diagnosed(
                      found.path(),
                      found.line(),
                      found.column(),
                      found.severity(),
                      found.message())));
      case RunEvent.Metric(var at, var name, var value, var unit) ->
          drafts.add(new EventDraft(at, new EventBody.Metric(name, value, unit)));
      case RunEvent.TimelineGrew grew -> drafts.add(timeline(grew));
      case RunEvent.Output _ -> throw new IllegalArgumentException("output is put together first");
    }
  }

  private static EventDraft timeline(RunEvent.TimelineGrew grew) {
    var lanes =
        grew.lanes().stream()
            .map(lane -> new EventBody.LiveLane(lane.id(), lane.kind(), lane.pid(), lane.name()))
            .toList();
    var slices =
        grew.slices().stream()
            .map(live -> {
              var slice = live.slice();
              return new EventBody.LiveSlice(
                  live.lane(),
                  slice.from(),
                  slice.to(),
                  slice.state(),
                  slice.core(),
                  slice.detail());
            })
            .toList();
    return new EventDraft(
        grew.atNanos(), new EventBody.Timeline(lanes, slices, grew.marks(), grew.mergedSlices()));
  }
}
