package threadmill.runner.compile;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;

/// Entry point of the compiler's process: answers one request after another until its input ends.
///
/// What an answer leaves to be prepared for the next request is done when the answer is out.
///
/// It speaks over standard input and output; nothing else in this process prints there.
public final class CompilerMain {
  /// Comes before a request for class files.
  static final byte COMPILE = 'C';

  /// Comes before a request for class files of an exercise's tests.
  static final byte COMPILE_TESTS = 'T';

  /// Comes before a request for what files use.
  static final byte READ = 'R';

  private CompilerMain() {}

  /// Serves requests.
  ///
  /// @param args the class path of programs, and that of exercises' tests
  public static void main(String[] args) throws IOException {
    var in = new DataInputStream(new BufferedInputStream(System.in));
    var out = new DataOutputStream(new BufferedOutputStream(System.out));
    try (var javac = new Javac(args[0]);
        var tests = new Javac(args[1])) {
      while (true) {
        javac.prepare(TrainingProgram.FILES);
        switch (in.readByte()) {
          case COMPILE ->
              CompilerFrames.writeAnswer(out, javac.compile(CompilerFrames.readRequest(in)));
          case COMPILE_TESTS ->
              CompilerFrames.writeAnswer(out, tests.compile(CompilerFrames.readRequest(in)));
          case READ -> ReadingFrames.writeAnswer(out, javac.read(ReadingFrames.readRequest(in)));
          default -> throw new IOException("unknown request");
        }
      }
    } catch (EOFException _) {
      // The runner has gone, and so do we.
    }
  }
}
