package threadmill.server.main;

import java.io.Serial;

/// The server cannot start for a reason that whoever starts it can change; its message is a
/// sentence for that person.
final class StartRefused extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  StartRefused(String sentence) {
    super(sentence);
  }

  StartRefused(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
