package threadmill.server.main;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The packaged server in a process of its own, as `./threadmill run` starts it.
final class ServerProcess implements AutoCloseable {
  private static final String READY = "Threadmill is at ";

  private final Process process;
  private final Path said;

  private ServerProcess(Process process, Path said) {
    this.process = process;
    this.said = said;
  }

  /// Starts it without waiting for it.
  static ServerProcess start(String... flags) throws IOException {
    var said = Files.createTempFile("threadmill-server", ".out");
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                System.getProperty("threadmill.server")));
    command.addAll(List.of(flags));
    var builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
    builder.environment().put("THREADMILL_BUNDLED_COURSE", "true");
    var process = builder.start();
    return new ServerProcess(process, said);
  }

  /// The URL that it prints once it serves.
  URI awaitsReady() {
    org.awaitility.Awaitility.await()
        .atMost(90, TimeUnit.SECONDS)
        .until(() -> said().contains(READY) || !process.isAlive());
    var line =
        said().lines().filter(it -> it.startsWith(READY)).findFirst().orElseThrow(this::notReady);
    return URI.create(line.substring(READY.length()));
  }

  /// All that it printed.
  String said() {
    try {
      return Files.readString(said);
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }

  /// Kill -9.
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /// SIGTERM.
  int stop() throws InterruptedException {
    process.destroy();
    return awaitsExit();
  }

  int awaitsExit() throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new AssertionError("it does not end: " + said());
    }
    return process.exitValue();
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
    Files.deleteIfExists(said);
  }

  private AssertionError notReady() {
    return new AssertionError("it does not start: " + said());
  }
}
