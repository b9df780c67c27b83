package threadmill.harness.pool;

import java.nio.ByteBuffer;
import threadmill.harness.weave.Replaces;

/// Buffers of any length.
@Replaces(ByteBuffer.class)
public final class OfByteBuffer {
  private OfByteBuffer() {}

  public static ByteBuffer allocate(int capacity, Run run) {
    Sizes.room(capacity, Byte.BYTES, run);
    return ByteBuffer.allocate(capacity);
  }
}
