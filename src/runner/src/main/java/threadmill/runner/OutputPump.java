package threadmill.runner;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import threadmill.runner.RunEvent.Output.Stream;

/// Carries what a program writes to one of its streams to the run's events, up to a limit.
///
/// Implementation note: runs on a thread of its own; `tail` is read after that thread was joined.
final class OutputPump implements Runnable {
  private final InputStream in;
  private final Stream stream;
  private final Consumer<Ending> end;
  private final int limit;
  private final OutputText text;

  OutputPump(InputStream in, Stream stream, int limit, Events events, Consumer<Ending> end) {
    this.in = in;
    this.stream = stream;
    this.limit = limit;
    this.end = end;
    this.text = new OutputText(stream, limit, events);
  }

  @Override
  public void run() {
    var bytes = new byte[8192];
    try {
      int count;
      while ((count = in.read(bytes)) >= 0) {
        if (!text.write(bytes, count)) {
          end.accept(new Ending.OutputLimit(stream == Stream.STDOUT ? "stdout" : "stderr", limit));
          return;
        }
      }
    } catch (IOException _) {
      // The sandbox is gone, and its pipe with it.
    }
    text.end();
  }

  /// The last that came, up to 4,096 characters.
  String tail() {
    return text.tail();
  }
}
