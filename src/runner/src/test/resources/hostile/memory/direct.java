// verdict: MEMORY_LIMIT
// never: buffers outside the heap escape its limit
import java.nio.ByteBuffer;

void main() {
  var all = new java.util.ArrayList<ByteBuffer>();
  while (true) all.add(ByteBuffer.allocateDirect(1 << 20));
}
