package threadmill.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import threadmill.runner.RunEvent.Output.Stream;

/// Every program of the corpus, in a real sandbox, ends as its header says.
class ProgramsTest {
  @TempDir static Path home;
  private static LocalRunner runner;
  private static ServerSocket canary;

  @BeforeAll
  static void start() throws IOException {
    runner = new LocalRunner(RunnerConfig.in(home));
    canary = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  @AfterAll
  static void stop() throws IOException {
    runner.close();
    canary.close();
  }

  static List<Program> programs() {
    return Program.all("programs");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("programs")
  void a_program_ends_as_its_header_says(Program program) {
    var heard = new Heard();

    var port = Integer.toString(canary.getLocalPort());
    var result = runner.run(program.order(Map.of("PORT", port)), heard);

    check(program, result, heard);
  }

  /// Compares what became of a program with its header.
  static void check(Program program, RunResult result, Heard heard) {
    var stdout = heard.text(Stream.STDOUT);
    var stderr = heard.text(Stream.STDERR);
    assertThat(result.verdict())
        .as("%s%n%s%n%s", result.explanation(), ending(stdout), ending(stderr))
        .isIn(program.verdicts());
    assertThat(program.header("explains")).allMatch(result.explanation()::contains, "explains");
    assertThat(program.header("stdout")).as(stdout).allMatch(stdout::contains, "stdout");
    assertThat(program.header("stderr")).as(stderr).allMatch(stderr::contains, "stderr");
    assertThat(program.header("stdout-not")).as(stdout).noneMatch(stdout::contains);
    assertThat(program.header("stderr-not")).as(stderr).noneMatch(stderr::contains);
    assertThat(program.header("exit")).allMatch(code -> code.equals("" + result.exitCode()));
    assertThat(program.header("warns"))
        .allMatch(word -> result.diagnostics().stream().anyMatch(d -> d.message().contains(word)));
  }

  private static String ending(String text) {
    return text.substring(Math.max(0, text.length() - 2000));
  }
}
