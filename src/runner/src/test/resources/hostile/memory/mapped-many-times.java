// verdict: OK | MEMORY_LIMIT
// never: mapping a file again and again takes memory that nobody counts
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel.MapMode;

void main() throws Exception {
  try (var file = new RandomAccessFile("/tmp/mapped", "rw")) {
    file.setLength(48 << 20);
    for (int i = 0; i < 40; i++) {
      var mapped = file.getChannel().map(MapMode.PRIVATE, 0, 48 << 20);
      for (int at = 0; at < mapped.capacity(); at += 4096) mapped.put(at, (byte) 1);
      IO.println((i + 1) * 48 + " MiB");
    }
  }
}
