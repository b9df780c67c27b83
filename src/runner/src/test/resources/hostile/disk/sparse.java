// verdict: OK
// stdout: denied
// never: a file is longer than the disk
import java.io.RandomAccessFile;

void main() throws Exception {
  try (var file = new RandomAccessFile("/tmp/sparse", "rw")) {
    file.setLength(1L << 40);
    IO.println("ESCAPED " + file.length());
  } catch (java.io.IOException e) {
    IO.println("denied " + e.getMessage());
  }
}
