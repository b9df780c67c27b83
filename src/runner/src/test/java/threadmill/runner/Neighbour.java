package threadmill.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import threadmill.lab.ExecutorKind;
import threadmill.runner.RunEvent.Output.Stream;

/// A harmless run of some seconds beside hostile ones, again and again; each must end well, with
/// its whole output.
final class Neighbour {
  private static final int STEPS = 40;

  /// Works, writes a file, talks over its own loopback, and looks whether all is still its own.
  private static final String SOURCE =
      """
      import java.nio.file.*;
      import java.net.*;

      void main() throws Exception {
        var file = Files.writeString(Path.of("/tmp/neighbour"), "neighbour-" + "secret");
        try (var server = new ServerSocket(0)) {
          for (int step = 0; step < %d; step++) {
            Thread.sleep(100);
            try (var client = new Socket("127.0.0.1", server.getLocalPort()); var other = server.accept()) {
              client.getOutputStream().write(step);
              IO.println("step " + other.getInputStream().read() + " " + Files.readString(file).length());
            }
          }
        }
        try (var files = Files.list(Path.of("/tmp"))) {
          IO.println("files " + files.filter(f -> !f.toString().contains("hsperf")).toList());
        }
      }
      """
          .formatted(STEPS);

  private final LocalRunner runner;
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final AtomicInteger runs = new AtomicInteger();
  private final CompletableFuture<Void> done;

  Neighbour(LocalRunner runner) {
    this.runner = runner;
    this.done =
        CompletableFuture.runAsync(this::live, task -> Thread.ofPlatform().daemon().start(task));
  }

  private void live() {
    var program = new Program("neighbour", List.of(new SourceFile("Main.java", SOURCE)));
    var limits = new Limits(java.time.Duration.ofSeconds(60), 64, 1 << 20, 1 << 20, 64);
    while (!stopped.get()) {
      var heard = new Heard();
      var order = program.order(Map.of());
      var result =
          runner.run(
              new RunOrder(
                  "neighbour", 1, order.files(), ExecutorKind.FIXED, 1, 1, "", List.of(), limits),
              heard);
      assertThat(result.verdict()).as(result.explanation()).isEqualTo(Verdict.OK);
      var lines = heard.text(Stream.STDOUT).lines().toList();
      assertThat(lines).hasSize(STEPS + 1);
      assertThat(lines.getLast()).isEqualTo("files [/tmp/neighbour]");
      for (int step = 0; step < STEPS; step++) {
        assertThat(lines.get(step)).isEqualTo("step " + step + " 16");
      }
      runs.incrementAndGet();
    }
  }

  /// Waits for its last run; fails if any was disturbed.
  void stop() {
    stopped.set(true);
    done.join();
    System.out.println("a neighbour ran " + runs + " times and noticed nothing");
  }
}
