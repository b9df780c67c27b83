// verdict: OK
// stdout: denied
// never: files without a name are not counted
import java.io.FileOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

void main() throws Exception {
  var open = new java.util.ArrayList<FileOutputStream>();
  long written = 0;
  try {
    for (int file = 0; file < 500; file++) {
      var out = new FileOutputStream("/tmp/gone");
      open.add(out);
      Files.delete(Path.of("/tmp/gone"));
      out.write(new byte[1 << 20]);
      written++;
    }
    IO.println("ESCAPED");
  } catch (java.io.IOException e) {
    IO.println((written > 64 ? "ESCAPED " : "denied ") + written + " MiB: " + e.getMessage());
  }
}
