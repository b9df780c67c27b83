// verdict: OK
// never: a program takes terminals, of which the whole host has some thousands
import java.io.RandomAccessFile;

void main() {
  for (var path : new String[] {"/dev/ptmx", "/dev/pts/ptmx", "/dev/tty", "/dev/console"}) {
    try (var terminal = new RandomAccessFile(path, "rw")) {
      IO.println("ESCAPED " + path);
    } catch (java.io.IOException e) {
      IO.println("denied " + e.getMessage());
    }
  }
}
