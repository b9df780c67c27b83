package threadmill.runner;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import threadmill.runner.RunEvent.Output;

/// A listener that keeps what it heard.
final class Heard implements RunListener {
  private final List<RunEvent> events = new CopyOnWriteArrayList<>();

  @Override
  public void on(RunEvent event) {
    events.add(event);
  }

  List<RunEvent> events() {
    return List.copyOf(events);
  }

  <T extends RunEvent> List<T> all(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  String text(Output.Stream stream) {
    return all(Output.class).stream()
        .filter(output -> output.stream() == stream)
        .map(Output::text)
        .collect(Collectors.joining());
  }
}
