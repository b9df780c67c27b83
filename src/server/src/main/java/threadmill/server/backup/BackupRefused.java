package threadmill.server.backup;

import java.io.Serial;

/// A backup cannot be made or restored, for a reason that whoever asked for it can change; its
/// message is a sentence for that person.
public final class BackupRefused extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  BackupRefused(String sentence) {
    super(sentence);
  }

  BackupRefused(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
