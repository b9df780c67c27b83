package threadmill.server.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import threadmill.harness.wire.VirtualWeb;
import threadmill.runner.SourceFile;
import threadmill.runner.Verdict;
import threadmill.server.access.Access;
import threadmill.server.access.Owner;
import threadmill.server.access.Who;
import threadmill.server.event.EventBody;
import threadmill.server.event.Journal;
import threadmill.server.problem.Id;
import threadmill.server.problem.RequestRefused;

/// Shows runs to those who may read them.
@ApplicationScoped
public class ReadRun {
  private final RunRepository runs;
  private final RunFileRepository files;
  private final Access access;
  private final QueueEstimate estimate;
  private final Journal journal;

  ReadRun(
      RunRepository runs,
      RunFileRepository files,
      Access access,
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
  public Run run(String id, Who who) {
    return Id.parse(id)
        .flatMap(runs::findByIdOptional)
        .filter(run -> access.mayRead(who, run))
        .orElseThrow(() -> RequestRefused.with(404, "There is no run with this id."));
  }

  @Transactional
  RunView view(String id, Who who) {
    var run = run(id, who);
    var told = run.state == RunState.QUEUED ? estimate.told(runs.place(run)) : null;
    return view(run, told, files.sources(run.id), who);
  }

  /// A run whose row and files are at hand.
  ///
  /// @param told its place in the queue, if it has one
  RunView view(Run run, EventBody.@Nullable State told, List<SourceFile> sources, Who who) {
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
        access.owns(who, run),
        request(run, sources));
  }

  /// How a run was asked for, with every default filled in.
  @Transactional
  public RunRequest asked(Run run) {
    return request(run, files.sources(run.id));
  }

  @Transactional
  OutputView output(String id, Who who) {
    var run = run(id, who);
    return new OutputView(
        journal.output(run.id, run.attempt, "stdout"),
        journal.output(run.id, run.attempt, "stderr"),
        run.verdict == Verdict.OUTPUT_LIMIT);
  }

  @Transactional
  List<RunSummary> recent(Who who, int most) {
    return runs.recentOf(Owner.of(who), most).stream().map(RunSummary::of).toList();
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
}
