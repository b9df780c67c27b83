// verdict: RUNTIME_ERROR
// explains: left main
// never: a file that is mapped and longer than the disk ends in an error of ours
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel.MapMode;

void main() throws Exception {
  for (int i = 0; i < 3; i++) {
    try (var file = new RandomAccessFile("/tmp/mapped" + i, "rw")) {
      file.setLength(60 << 20);
      var mapped = file.getChannel().map(MapMode.READ_WRITE, 0, 60 << 20);
      for (int at = 0; at < mapped.capacity(); at += 4096) mapped.put(at, (byte) 1);
    }
  }
  IO.println("ESCAPED");
}
