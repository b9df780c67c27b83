package threadmill.server.experiment;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import threadmill.server.web.CsvLine;

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
    return CsvLine.of(
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
}
