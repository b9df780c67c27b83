package threadmill.server.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import threadmill.harness.wire.VirtualWeb;
import threadmill.runner.SourceFile;
import threadmill.runner.Verdict;
import threadmill.server.settings.ExecutorKinds;

/// One entry of `samples/index.json`.
///
/// @param source folder of its files, so that two samples can share a program
/// @param files paths within that folder
/// @param stdin empty when absent
/// @param args none when absent
/// @param web what the virtual web is like, none when absent
/// @param matrix what an experiment with it varies, none when absent
/// @param prints beginnings of lines that its standard output holds, in any order
record CatalogueEntry(
    String slug,
    String title,
    String concept,
    String summary,
    String watch,
    Verdict verdict,
    String source,
    List<String> files,
    int cores,
    Sample.Executor executor,
    @Nullable String stdin,
    @Nullable List<String> args,
    @Nullable VirtualWeb web,
    Sample.@Nullable Matrix matrix,
    List<String> prints) {
  CatalogueEntry {
    require(slug.matches("[a-z0-9]+(-[a-z0-9]+)*"), slug, "a slug is lower case with hyphens");
    require(
        Stream.of(title, concept, summary, watch).noneMatch(String::isBlank), slug, "blank text");
    require(!files.isEmpty(), slug, "no files");
    require(cores >= 1, slug, "cores below 1");
    require(
        ExecutorKinds.ALL.contains(executor.kind()), slug, "unknown executor " + executor.kind());
    require(
        executor.parallelism() >= 1 && executor.parallelism() <= 64, slug, "parallelism not 1–64");
    require(
        matrix == null || ExecutorKinds.ALL.containsAll(matrix.executors()),
        slug,
        "unknown executor in its matrix");
    stdin = stdin == null ? "" : stdin;
    args = args == null ? List.of() : List.copyOf(args);
  }

  private static void require(boolean holds, String slug, String otherwise) {
    if (!holds) {
      throw new IllegalStateException("sample " + slug + ": " + otherwise);
    }
  }

  Sample toSample() {
    return new Sample(
        slug,
        title,
        concept,
        summary,
        watch,
        verdict,
        files.stream().map(this::read).toList(),
        cores,
        executor,
        stdin == null ? "" : stdin,
        args == null ? List.of() : args,
        web,
        matrix);
  }

  private SourceFile read(String path) {
    String resource = "/samples/" + source + "/" + path;
    try (var in = CatalogueEntry.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("sample " + slug + ": no resource " + resource);
      }
      return new SourceFile(path, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("sample " + slug + ": cannot read " + resource, e);
    }
  }
}
