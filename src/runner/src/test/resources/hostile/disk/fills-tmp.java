// verdict: OK
// stdout: denied
// never: more than 64 MiB are written
import java.io.FileOutputStream;

void main() throws Exception {
  long written = 0;
  for (int file = 0; file < 100; file++) {
    try (var out = new FileOutputStream("/tmp/" + file)) {
      for (int i = 0; i < 16; i++, written++) out.write(new byte[1 << 20]);
    } catch (java.io.IOException e) {
      IO.println((written > 64 ? "ESCAPED " : "denied ") + written + " MiB: " + e.getMessage());
      return;
    }
  }
  IO.println("ESCAPED");
}
