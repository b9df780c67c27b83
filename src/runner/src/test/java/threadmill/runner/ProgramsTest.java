package threadmill.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
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
    return Program.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("programs")
  void a_program_ends_as_its_header_says(Program program) {
    var heard = new Heard();

    var result = runner.run(program.order(canary.getLocalPort()), heard);

    assertThat(result.verdict()).as(result.explanation()).isEqualTo(program.verdict());
    assertThat(program.header("explains")).allMatch(result.explanation()::contains, "explains");
    assertThat(program.header("stdout")).allMatch(heard.text(Stream.STDOUT)::contains, "stdout");
    assertThat(program.header("stderr")).allMatch(heard.text(Stream.STDERR)::contains, "stderr");
    assertThat(program.header("stderr-not"))
        .noneMatch(absent -> heard.text(Stream.STDERR).contains(absent));
    assertThat(program.header("exit")).allMatch(code -> code.equals("" + result.exitCode()));
    assertThat(program.header("warns"))
        .allMatch(word -> result.diagnostics().stream().anyMatch(d -> d.message().contains(word)));
  }
}
