package threadmill.server.experiment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Results as comma-separated values, RFC 4180: a row for each repetition. Times are nanoseconds.
final class Csv {
  private static final String HEADER =
      "number,cell,take,round,warmUp,executor,parallelism,cores,isolation,size,run,verdict,startedAt,"
          + "wallNanos,cpuNanos,usedCores,exclusive,sharedWithServer,lostShare,foreignShare,stealShare,"
          + "involuntarySwitchesPerSecond,load,cpu,kernel,jdk";

  private Csv() {}

  static String of(ResultsView results) {
    return Stream.concat(
            Stream.of(HEADER), results.repetitions().stream().map(it -> row(it, results)))
        .collect(Collectors.joining("\r\n", "", "\r\n"));
  }

  private static String row(RepetitionView it, ResultsView results) {
    var settings = results.cells().get(it.cell()).settings();
    var noise = Objects.requireNonNullElse(it.noise(), new Noise(null, null, null, null));
    var machine = it.machine() < 0 ? null : results.machines().get(it.machine());
    var cores = it.usedCores().stream().map(String::valueOf).collect(Collectors.joining(" "));
    return line(
        it.number(),
        it.cell(),
        it.take(),
        it.round(),
        it.warmUp(),
        settings.executor(),
        settings.parallelism(),
        settings.cores(),
        settings.isolation(),
        settings.size(),
        it.run(),
        it.verdict(),
        it.startedAt(),
        it.wallNanos(),
        it.cpuNanos(),
        cores,
        it.exclusive(),
        it.sharedWithServer(),
        noise.lostShare(),
        noise.foreignShare(),
        noise.stealShare(),
        noise.involuntarySwitches(),
        it.load(),
        machine == null ? null : machine.cpu(),
        machine == null ? null : machine.kernel(),
        machine == null ? null : machine.jdk());
  }

  private static String line(@Nullable Object... values) {
    return Arrays.stream(values).map(Csv::field).collect(Collectors.joining(","));
  }

  private static String field(@Nullable Object value) {
    var text =
        switch (value) {
          case null -> "";
          case Double number -> String.format(Locale.ROOT, "%.6f", number);
          default -> value.toString();
        };
    return text.contains(",") || text.contains("\"") || text.contains("\n")
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }
}
