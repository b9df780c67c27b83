package threadmill.harness.wire;

import java.io.IOException;

/// What came is no frame of ours: the other side is broken, or somebody else wrote.
public final class GarbledFrameException extends IOException {
  private static final long serialVersionUID = 1;

  GarbledFrameException(String what) {
    super("garbled frame: " + what);
  }
}
