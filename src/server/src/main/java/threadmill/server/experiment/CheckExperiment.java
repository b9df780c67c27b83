package threadmill.server.experiment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import threadmill.harness.wire.VirtualWeb;
import threadmill.server.problem.Problem.FieldError;
import threadmill.server.problem.RequestRefused;
import threadmill.server.run.CheckRequest;
import threadmill.server.run.CheckedRequest;
import threadmill.server.run.RunRequest;
import threadmill.server.settings.ServerConfig;

/// Checks an experiment as it was asked for and makes its cells, or says everything that is wrong.
///
/// Every cell is a request for a run, and checked as such: there is one place that knows what a run
/// may be.
@ApplicationScoped
class CheckExperiment {
  /// Executors that have one worker whatever they are asked for.
  private static final List<String> ONE_WORKER = List.of("caller", "single");

  private final CheckRequest check;
  private final ServerConfig config;

  CheckExperiment(CheckRequest check, ServerConfig config) {
    this.check = check;
    this.config = config;
  }

  /// @param request with every default filled in
  record Checked(
      ExperimentRequest request,
      List<CellSettings> cells,
      CheckedRequest run,
      int repeats,
      int warmUp) {}

  Checked check(@Nullable ExperimentRequest asked) {
    if (asked == null || asked.run() == null) {
      throw RequestRefused.field("run", "is required: what each cell runs");
    }
    var run = checkedRun(asked.run());
    var errors = new ArrayList<FieldError>();
    var bounds = config.experiment();
    int repeats =
        number(
            "repeats",
            asked.repeats(),
            1,
            bounds.repeats().preset(),
            bounds.repeats().most(),
            errors);
    int warmUp =
        number(
            "warmUp", asked.warmUp(), 0, bounds.warmUp().preset(), bounds.warmUp().most(), errors);
    var matrix =
        asked.matrix() == null
            ? new ExperimentRequest.Matrix(null, null, null, null, null)
            : asked.matrix();
    var filled = filled(asked.run(), run, matrix, errors);
    throwIfAny(errors);
    var cells = cells(asked.run(), filled, errors);
    throwIfAny(errors);
    if (cells.size() > bounds.cells()) {
      throw RequestRefused.field(
          "matrix", "makes %d cells; at most %d are taken".formatted(cells.size(), bounds.cells()));
    }
    int runs = cells.size() * (repeats + warmUp);
    if (runs > bounds.runs()) {
      throw RequestRefused.field(
          "repeats",
          "make %d runs of %d cells, warm-up included; at most %d are taken"
              .formatted(runs, cells.size(), bounds.runs()));
    }
    return new Checked(
        new ExperimentRequest(request(run), filled, repeats, warmUp), cells, run, repeats, warmUp);
  }

  /// The run of one cell.
  CheckedRequest run(ExperimentRequest request, CellSettings cell) {
    return timeable(asked(request, cell));
  }

  /// How the run of one cell is asked for.
  static RunRequest asked(ExperimentRequest request, CellSettings cell) {
    var run = Objects.requireNonNull(request.run());
    return variant(
        run, cell.executor(), cell.parallelism(), cell.cores(), cell.isolation(), cell.size());
  }

  /// A run whose times count, which is one with cores and a JVM of its own.
  private CheckedRequest timeable(RunRequest run) {
    var checked = check.check(run);
    if (checked.settings().isolation().equals("pool")) {
      throw RequestRefused.field(
          "isolation", "must be process: runs that share a JVM cannot be timed");
    }
    return checked;
  }

  private CheckedRequest checkedRun(RunRequest run) {
    try {
      return timeable(run);
    } catch (RequestRefused refused) {
      if (refused.status() != 400) {
        throw refused;
      }
      throw RequestRefused.fields(
          refused.errors().stream()
              .map(it -> new FieldError("run." + it.field(), it.message()))
              .toList());
    }
  }

  private static int number(
      String field,
      @Nullable Integer value,
      int least,
      int preset,
      int most,
      List<FieldError> errors) {
    if (value == null) {
      return preset;
    }
    if (value < least || value > most) {
      errors.add(
          new FieldError(field, "must be from %d to %d, not %d".formatted(least, most, value)));
    }
    return value;
  }

  /// Every axis with its values; parallelism stays absent where it is to follow the cores.
  private ExperimentRequest.Matrix filled(
      RunRequest asked,
      CheckedRequest run,
      ExperimentRequest.Matrix matrix,
      List<FieldError> errors) {
    var settings = run.settings();
    boolean follows =
        matrix.parallelism() == null
            && matrix.cores() != null
            && (asked.executor() == null || asked.executor().parallelism() == null);
    return new ExperimentRequest.Matrix(
        axis(
            "executors",
            matrix.executors(),
            settings.executorKind(),
            "executor.kind",
            it -> variant(asked, it, null, null, null, null),
            errors),
        follows
            ? null
            : axis(
                "parallelism",
                matrix.parallelism(),
                settings.parallelism(),
                "executor.parallelism",
                it -> variant(asked, null, it, null, null, null),
                errors),
        axis(
            "cores",
            matrix.cores(),
            settings.cores(),
            "cores",
            it -> variant(asked, null, null, it, null, null),
            errors),
        axis(
            "isolation",
            matrix.isolation(),
            settings.isolation(),
            "isolation",
            it -> variant(asked, null, null, null, it, null),
            errors),
        sizes(matrix.sizes(), errors));
  }

  /// @param field of a run that a value goes to
  private <T> List<T> axis(
      String name,
      @Nullable List<@Nullable T> values,
      T preset,
      String field,
      Function<T, RunRequest> variant,
      List<FieldError> errors) {
    if (values == null) {
      return List.of(preset);
    }
    return checked(
        name,
        values,
        errors,
        value -> {
          try {
            timeable(variant.apply(value));
            return null;
          } catch (RequestRefused refused) {
            return refused.errors().stream()
                .filter(it -> it.field().equals(field))
                .map(FieldError::message)
                .findFirst()
                .orElse(null);
          }
        });
  }

  private static @Nullable List<Long> sizes(
      @Nullable List<@Nullable Long> values, List<FieldError> errors) {
    return values == null
        ? null
        : checked(
            "sizes",
            values,
            errors,
            size -> size < 0 || size > 1L << 53 ? "must be from 0 to 2^53, not " + size : null);
  }

  /// @param fault what is wrong with a value, null for nothing
  private static <T> List<T> checked(
      String name,
      List<@Nullable T> values,
      List<FieldError> errors,
      Function<T, @Nullable String> fault) {
    var good = new ArrayList<T>();
    var seen = new HashSet<T>();
    if (values.isEmpty()) {
      errors.add(new FieldError("matrix." + name, "must hold at least one value, or be absent"));
    }
    for (int i = 0; i < values.size(); i++) {
      var field = "matrix." + name + "[" + i + "]";
      var value = values.get(i);
      if (value == null) {
        errors.add(new FieldError(field, "must not be null"));
        continue;
      }
      var wrong = seen.add(value) ? fault.apply(value) : "is there already";
      if (wrong != null) {
        errors.add(new FieldError(field, wrong));
      }
      good.add(value);
    }
    return good;
  }

  private List<CellSettings> cells(
      RunRequest run, ExperimentRequest.Matrix matrix, List<FieldError> errors) {
    var cells = new LinkedHashMap<CellSettings, Boolean>();
    for (var executor : present(matrix.executors())) {
      for (var isolation : present(matrix.isolation())) {
        for (int cores : present(matrix.cores())) {
          for (int parallelism :
              matrix.parallelism() == null ? List.of(cores) : present(matrix.parallelism())) {
            for (var size : sizesOf(matrix)) {
              int workers = ONE_WORKER.contains(executor) ? 1 : parallelism;
              add(
                  run,
                  new CellSettings(executor, workers, cores, isolation, size.orElse(null)),
                  cells,
                  errors);
            }
          }
        }
      }
    }
    return List.copyOf(cells.keySet());
  }

  private static <T> List<T> present(@Nullable List<@Nullable T> values) {
    var present = new ArrayList<T>();
    if (values != null) {
      for (var value : values) {
        if (value != null) {
          present.add(value);
        }
      }
    }
    return present;
  }

  private static List<Optional<Long>> sizesOf(ExperimentRequest.Matrix matrix) {
    var sizes = matrix.sizes();
    return sizes == null
        ? List.of(Optional.empty())
        : present(sizes).stream().map(Optional::of).toList();
  }

  private void add(
      RunRequest run,
      CellSettings cell,
      Map<CellSettings, Boolean> cells,
      List<FieldError> errors) {
    if (cells.putIfAbsent(cell, true) != null || !errors.isEmpty()) {
      return;
    }
    try {
      timeable(
          variant(
              run,
              cell.executor(),
              cell.parallelism(),
              cell.cores(),
              cell.isolation(),
              cell.size()));
    } catch (RequestRefused refused) {
      refused
          .errors()
          .forEach(it ->
              errors.add(
                  new FieldError(
                      "matrix",
                      "has a cell (executor %s, isolation %s) that no run can be: %s %s"
                          .formatted(
                              cell.executor(), cell.isolation(), it.field(), it.message()))));
    }
  }

  /// The run with some settings replaced; null leaves the run's own.
  private static RunRequest variant(
      RunRequest run,
      @Nullable String executor,
      @Nullable Integer parallelism,
      @Nullable Integer cores,
      @Nullable String isolation,
      @Nullable Long size) {
    var own = run.executor() == null ? new RunRequest.Executor(null, null) : run.executor();
    var args = new ArrayList<@Nullable String>();
    if (size != null) {
      args.add(Long.toString(size));
    }
    if (run.args() != null) {
      args.addAll(run.args());
    }
    return new RunRequest(
        run.files(),
        isolation != null ? isolation : run.isolation(),
        new RunRequest.Executor(
            executor != null ? executor : own.kind(),
            parallelism != null ? parallelism : own.parallelism()),
        cores != null ? cores : run.cores(),
        run.stdin(),
        args,
        run.limits(),
        run.web());
  }

  private static RunRequest request(CheckedRequest run) {
    var settings = run.settings();
    var files = new ArrayList<RunRequest.@Nullable File>();
    run.files().forEach(it -> files.add(new RunRequest.File(it.path(), it.content())));
    return new RunRequest(
        files,
        settings.isolation(),
        new RunRequest.Executor(settings.executorKind(), settings.parallelism()),
        settings.cores(),
        run.stdin(),
        new ArrayList<>(settings.args()),
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

  private static void throwIfAny(List<FieldError> errors) {
    if (!errors.isEmpty()) {
      throw RequestRefused.fields(errors);
    }
  }
}
