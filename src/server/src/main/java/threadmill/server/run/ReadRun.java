package threadmill.server.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import threadmill.harness.wire.VirtualWeb;
import threadmill.runner.SourceFile;
import threadmill.runner.Verdict;
import threadmill.server.event.EventBody;
import threadmill.server.event.Journal;
import threadmill.server.problem.RequestRefused;

/// Shows runs to those who may read them.
@ApplicationScoped
public class ReadRun {
  private final RunRepository runs;
  private final RunFileRepository files;
  private final RunAccess access;
  private final QueueEstimate estimate;
  private final Journal journal;

  ReadRun(
      RunRepository runs,
      RunFileRepository files,
      RunAccess access,
      QueueEstimate estimate,
      Journal journal) {
    this.runs = runs;
    this.files = files;
    this.access = access;
    this.estimate = estimate;
    this.journal = journal;
  }

  /// The run behind an id of a URL; refused as not found where there is none or one must not know.
  @Transactional
  public Run run(String id, Optional<UUID> guest) {
    return parse(id)
        .flatMap(runs::findByIdOptional)
        .filter(run -> access.mayRead(run, guest))
        .orElseThrow(() -> RequestRefused.with(404, "There is no run with this id."));
  }

  @Transactional
  RunView view(String id, Optional<UUID> guest) {
    var run = run(id, guest);
    var told = run.state == RunState.QUEUED ? estimate.told(runs.place(run)) : null;
    return view(run, told, files.sources(run.id), guest);
  }

  /// A run whose row and files are at hand.
  ///
  /// @param told its place in the queue, if it has one
  RunView view(
      Run run, EventBody.@Nullable State told, List<SourceFile> sources, Optional<UUID> guest) {
    return new RunView(
        run.id.toString(),
        run.state,
        run.attempt,
        run.verdict,
        run.explanation,
        run.createdAt,
        run.startedAt,
        run.finishedAt,
        run.timings,
        run.peakRssBytes,
        run.exitCode,
        run.diagnostics,
        told == null ? null : told.queuePlace(),
        told == null ? null : told.etaMillis(),
        access.owns(run, guest),
        request(run, sources));
  }

  /// How a run was asked for, with every default filled in.
  @Transactional
  public RunRequest asked(Run run) {
    return request(run, files.sources(run.id));
  }

  @Transactional
  OutputView output(String id, Optional<UUID> guest) {
    var run = run(id, guest);
    return new OutputView(
        journal.output(run.id, run.attempt, "stdout"),
        journal.output(run.id, run.attempt, "stderr"),
        run.verdict == Verdict.OUTPUT_LIMIT);
  }

  @Transactional
  List<RunSummary> recent(Optional<UUID> guest, int most) {
    return guest
        .map(id -> runs.recentOf(id, most).stream().map(RunSummary::of).toList())
        .orElse(List.of());
  }

  private static RunRequest request(Run run, List<SourceFile> files) {
    var settings = run.settings;
    var sources = new ArrayList<RunRequest.File>();
    files.forEach(f -> sources.add(new RunRequest.File(f.path(), f.content())));
    return new RunRequest(
        List.copyOf(sources),
        settings.isolation(),
        new RunRequest.Executor(settings.executorKind(), settings.parallelism()),
        settings.cores(),
        run.stdin,
        List.copyOf(settings.args()),
        new RunRequest.Limits(
            settings.wallMillis(),
            settings.heapMib(),
            settings.stdoutBytes(),
            settings.stderrBytes(),
            settings.threads()),
        web(settings.web()));
  }

  private static RunRequest.@Nullable Web web(@Nullable VirtualWeb web) {
    return web == null
        ? null
        : new RunRequest.Web(web.latencyMillis(), web.bytes(), web.errorRate(), web.seed());
  }

  private static Optional<UUID> parse(String id) {
    try {
      var uuid = UUID.fromString(id);
      // fromString takes "1-1-1-1-1" too; one run has one address.
      return uuid.toString().equals(id) ? Optional.of(uuid) : Optional.empty();
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }
}
