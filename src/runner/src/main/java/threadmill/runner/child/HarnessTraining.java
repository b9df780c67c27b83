package threadmill.runner.child;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import threadmill.harness.wire.Command;
import threadmill.harness.wire.VirtualWeb;
import threadmill.lab.ExecutorKind;
import threadmill.runner.compile.Compilation.Compiled;
import threadmill.runner.sandbox.Sandbox;
import threadmill.runner.sandbox.Training;

/// Has a child JVM run the training program to its end.
///
/// @param program does what students' programs do
public record HarnessTraining(Compiled program) implements Training.Trainer {
  private static final VirtualWeb WEB = new VirtualWeb(1, 1_000, 0, VirtualWeb.DEFAULT_SEED);

  @Override
  public void train(Sandbox sandbox) throws IOException {
    var harness = new HarnessLink(sandbox);
    harness.hello();
    drain(sandbox.stdout());
    drain(sandbox.stderr());
    boolean web = sandbox.spec().web();
    var refusal =
        harness.prepare(
            new Command.Prepare(
                new Command.RunMain(List.of("one", web ? "web" : "two")),
                program.mainClass(),
                program.classes(),
                2,
                ExecutorKind.FIXED.word(),
                2,
                web ? WEB : null,
                null));
    if (refusal.isPresent()) {
      throw new IOException(refusal.get());
    }
    harness.send(new Command.Go());
    try (var stdin = sandbox.stdin()) {
      stdin.write("a line\n".getBytes(StandardCharsets.UTF_8));
    }
    while (harness.next() != null) {
      // What it reports tells us nothing; but its pipe must not fill up.
    }
  }

  private static void drain(InputStream from) {
    Thread.ofVirtual()
        .start(() -> {
          try {
            from.transferTo(OutputStream.nullOutputStream());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
