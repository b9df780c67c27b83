// verdict: MEMORY_LIMIT
// never: a JVM that cannot go on for lack of memory counts as a plain failure, or as ours
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel.MapMode;

void main() throws Exception {
  var all = new java.util.ArrayList<Object>();
  try (var file = new RandomAccessFile("/tmp/mapped", "rw")) {
    file.setLength(32 << 20);
    for (long bytes = 32 << 20; bytes >= 4096; bytes /= 2) {
      try {
        while (true) all.add(file.getChannel().map(MapMode.PRIVATE, 0, bytes));
      } catch (Throwable e) {
        // Smaller ones, then.
      }
    }
  }
  while (true) all.add(new java.util.zip.Inflater());
}
