package threadmill.runner;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/// Carries what a program writes to one of its streams to its text, up to that one's limit.
///
/// Implementation note: runs on a thread of its own, which has the text until it was joined.
final class OutputPump implements Runnable {
  private final InputStream in;
  private final OutputText text;
  private final Consumer<Ending> end;

  OutputPump(InputStream in, OutputText text, Consumer<Ending> end) {
    this.in = in;
    this.text = text;
    this.end = end;
  }

  @Override
  public void run() {
    var bytes = new byte[8192];
    try {
      int count;
      while ((count = in.read(bytes)) >= 0) {
        if (!text.write(bytes, count)) {
          end.accept(text.tooMuch());
          return;
        }
      }
    } catch (IOException _) {
      // The sandbox is gone, and its pipe with it.
    }
    text.end();
  }
}
