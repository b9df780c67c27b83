// verdict: MEMORY_LIMIT
import java.util.ArrayList;
import java.nio.ByteBuffer;

void main() {
  var all = new ArrayList<ByteBuffer>();
  while (true) all.add(ByteBuffer.allocateDirect(16 << 20));
}
