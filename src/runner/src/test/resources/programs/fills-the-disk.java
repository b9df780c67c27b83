// verdict: RUNTIME_ERROR
// explains: IOException left main
import java.io.FileOutputStream;

void main() throws Exception {
  for (int file = 0; ; file++) {
    try (var out = new FileOutputStream("/tmp/" + file)) {
      for (int i = 0; i < 32; i++) out.write(new byte[1 << 20]);
    }
  }
}
