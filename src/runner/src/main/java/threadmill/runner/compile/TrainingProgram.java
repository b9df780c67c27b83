package threadmill.runner.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import threadmill.runner.SourceFile;

/// Does what students' programs do: compilers and child JVMs are trained with it.
public final class TrainingProgram {
  /// Its sources; no student's class is named like its own.
  public static final List<SourceFile> FILES = List.of(read("ThreadmillTraining.java"));

  private TrainingProgram() {}

  private static SourceFile read(String name) {
    try (var resource = TrainingProgram.class.getResourceAsStream("/threadmill/runner/" + name)) {
      var content = Objects.requireNonNull(resource, name).readAllBytes();
      return new SourceFile(name, new String(content, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
