package threadmill.runner.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import threadmill.runner.RunnerConfig;
import threadmill.runner.SourceFile;
import threadmill.runner.compile.Compilation.Compiled;
import threadmill.runner.judge.Grading.Usage;
import threadmill.runner.sandbox.Sandboxes;
import threadmill.runner.timeline.Recorders;
import threadmill.runner.timeline.Timeline.Source;

class CompilersTest {
  private static final SourceFile COUNTER =
      new SourceFile("Counter.java", "class Counter {\n  volatile int value;\n}\n");
  private static final SourceFile DRIVER =
      new SourceFile(
          "Driver.java",
          "class Driver { static synchronized int m() { return new Counter().value; } }");

  @TempDir static Path home;

  @Test
  void a_compiler_in_its_sandbox_compiles_and_reads() throws Exception {
    var config = RunnerConfig.in(home);
    try (var sandboxes =
            new Sandboxes(config.home(), config.sandboxUser(), new Recorders(Source.PROC)::open);
        var compilers = new Compilers(sandboxes, Duration.ofSeconds(10), 1)) {
      var reading = (Reading.Read) compilers.read(List.of(COUNTER), List.of(DRIVER));
      assertThat(reading.uses())
          .contains(new Use(Usage.KEYWORD, "volatile", "volatile", "Counter.java", 2))
          .extracting(Use::name)
          .doesNotContain("synchronized");

      assertThat(compilers.compile(List.of(COUNTER, DRIVER))).isInstanceOf(Compiled.class);
      assertThat(compilers.read(List.of(COUNTER), List.of()))
          .isEqualTo(
              new Reading.Read(
                  List.of(
                      new Use(Usage.KEYWORD, "class", "class", "Counter.java", 1),
                      new Use(Usage.KEYWORD, "volatile", "volatile", "Counter.java", 2),
                      new Use(Usage.KEYWORD, "int", "int", "Counter.java", 2))));
    }
  }
}
