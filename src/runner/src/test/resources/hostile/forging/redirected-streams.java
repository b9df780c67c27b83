// verdict: OK
// stdout: from the real stream
// stdout-not: hidden
// never: a program that replaces System.in, out and err disturbs the harness, or prints unseen
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;

void main() {
  System.setOut(new PrintStream(OutputStream.nullOutputStream()));
  System.setErr(null);
  System.setIn(InputStream.nullInputStream());
  IO.println("hidden");
  new PrintStream(new FileOutputStream(FileDescriptor.out), true).println("from the real stream");
}
