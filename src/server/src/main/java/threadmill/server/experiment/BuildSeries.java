package threadmill.server.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import threadmill.runner.statistics.Bootstrap;
import threadmill.runner.statistics.Estimate;
import threadmill.runner.statistics.Quantiles;
import threadmill.server.experiment.SeriesView.Axis;
import threadmill.server.experiment.SeriesView.CurvePoint;
import threadmill.server.statistics.Amdahl;
import threadmill.server.statistics.Gustafson;
import threadmill.server.statistics.KarpFlatt;
import threadmill.server.statistics.Law;
import threadmill.server.statistics.Point;
import threadmill.server.statistics.Usl;
import threadmill.server.statistics.WorkSpan;

/// Finds the cells that differ in one number alone, and fits the laws of scaling to them.
final class BuildSeries {
  /// From this share of its cores' time on, a cell has no use for more threads than cores.
  private static final double BUSY = 0.8;

  /// Points of a curve beside the measured ones.
  private static final int[] CURVE = {1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64};

  /// A curve goes so many times as far as what was measured.
  private static final int BEYOND = 4;

  private final Experiment experiment;
  private final Analysis analysis;
  private final List<CellView> cells;

  BuildSeries(Experiment experiment, Analysis analysis) {
    this.experiment = experiment;
    this.analysis = analysis;
    this.cells = analysis.cells();
  }

  /// What all cells of a series have in common; null is what differs.
  private record Common(
      Axis axis,
      String executor,
      String isolation,
      @Nullable Integer cores,
      @Nullable Integer parallelism,
      @Nullable Long size) {}

  List<SeriesView> all() {
    var series = new ArrayList<SeriesView>();
    boolean follows = experiment.cells.stream().allMatch(it -> it.cores() == it.parallelism());
    collect(
        it ->
            new Common(
                follows ? Axis.CORES : Axis.PARALLELISM,
                it.executor(),
                it.isolation(),
                follows ? null : it.cores(),
                null,
                it.size()),
        CellSettings::parallelism,
        series);
    if (!follows) {
      collect(
          it ->
              new Common(
                  Axis.CORES, it.executor(), it.isolation(), null, it.parallelism(), it.size()),
          CellSettings::cores,
          series);
    }
    scaled(series);
    return series;
  }

  private void collect(
      Function<CellSettings, Common> common,
      Function<CellSettings, Integer> place,
      List<SeriesView> into) {
    var groups = new LinkedHashMap<Common, List<CellView>>();
    for (var cell : cells) {
      if (measured(cell)) {
        groups.computeIfAbsent(common.apply(cell.settings()), _ -> new ArrayList<>()).add(cell);
      }
    }
    groups.forEach((key, members) -> add(key, members, place, into));
  }

  private static boolean measured(CellView cell) {
    return cell.wall() != null && cell.state() != CellState.FAILED;
  }

  private void add(
      Common common,
      List<CellView> members,
      Function<CellSettings, Integer> place,
      List<SeriesView> into) {
    if (members.stream().map(it -> place.apply(it.settings())).distinct().count() < 2) {
      return;
    }
    members.sort(Comparator.comparingInt(it -> place.apply(it.settings())));
    var points = members.stream().map(it -> point(it, place.apply(it.settings()))).toList();
    var baseline = Objects.requireNonNull(members.getFirst().baseline());
    into.add(
        new SeriesView(
            common.axis(),
            common.executor(),
            common.isolation(),
            common.cores(),
            common.parallelism(),
            common.size(),
            baseline,
            points,
            fits(members, place),
            model(members)));
  }

  private SeriesView.Point point(CellView cell, int x) {
    var speedUp = cell.speedUp();
    return new SeriesView.Point(
        cell.number(),
        x,
        Objects.requireNonNull(cell.wall()),
        speedUp,
        cell.efficiency(),
        speedUp == null || x == 1 || crowded(cell, x) ? null : KarpFlatt.of(speedUp, x));
  }

  /// Whether it has more threads than cores and keeps all of them busy: then `x` is not the number
  /// of processors, which Amdahl, Karp and Flatt speak of.
  private static boolean crowded(CellView cell, int x) {
    var wall = Objects.requireNonNull(cell.wall()).medianNanos();
    var cpu = Objects.requireNonNull(cell.cpu()).medianNanos();
    int cores = cell.settings().cores();
    return x > cores && cpu > BUSY * wall * cores;
  }

  private List<SeriesView.Fit> fits(List<CellView> members, Function<CellSettings, Integer> place) {
    var roomy = members.stream().filter(it -> !crowded(it, place.apply(it.settings()))).toList();
    return List.of(
        roomy.size() < Amdahl.FEWEST_POINTS
            ? missing(
                "amdahl",
                "needs %d points that have a core for each busy thread; there %s %d"
                    .formatted(
                        Amdahl.FEWEST_POINTS, roomy.size() == 1 ? "is" : "are", roomy.size()))
            : fit("amdahl", roomy, place, Amdahl::fit),
        missing(
            "gustafson",
            "needs sizes that grow in step with the workers; here the size is the same"),
        members.size() < Usl.FEWEST_POINTS
            ? missing(
                "usl", "needs %d points; there are %d".formatted(Usl.FEWEST_POINTS, members.size()))
            : fit("usl", members, place, Usl::fit));
  }

  private static SeriesView.Fit missing(String law, String why) {
    return new SeriesView.Fit(law, null, why, List.of(), null, null, List.of(), List.of());
  }

  /// @param by fits points, with a seed
  private SeriesView.Fit fit(
      String name,
      List<CellView> members,
      Function<CellSettings, Integer> place,
      BiFunction<List<Point>, Long, Law> by) {
    var points =
        members.stream()
            .map(it -> Point.of(place.apply(it.settings()), analysis.walls(it.number())))
            .toList();
    var law = by.apply(points, experiment.seed);
    int most = points.getLast().workers();
    return new SeriesView.Fit(
        name,
        law.words(),
        null,
        law.parameters().stream().map(BuildSeries::parameter).toList(),
        law.rSquared(),
        law.peak(),
        law.residuals().stream()
            .map(it ->
                new SeriesView.Residual(it.workers(), it.measured(), it.fitted(), it.difference()))
            .toList(),
        curve(most, law.speedUp()::applyAsDouble));
  }

  private static SeriesView.Parameter parameter(Law.Parameter it) {
    Estimate found = it.estimate();
    return new SeriesView.Parameter(
        it.name(), it.symbol(), found.value(), found.low(), found.high());
  }

  private static List<CurvePoint> curve(int most, Function<Double, Double> speedUp) {
    var places = new TreeSet<Double>();
    for (int x : CURVE) {
      if (x <= most * BEYOND) {
        places.add((double) x);
      }
    }
    // Smooth where something was measured.
    for (int i = 0; i <= 16; i++) {
      places.add(1 + (most - 1) * i / 16.0);
    }
    return places.stream().map(x -> new CurvePoint(x, speedUp.apply(x))).toList();
  }

  /// From the run of median length of the cell with the most threads.
  private SeriesView.@Nullable Model model(List<CellView> members) {
    var widest = members.stream().max(Comparator.comparingInt(it -> it.settings().parallelism()));
    var cell = widest.orElseThrow();
    var workSpan = typical(cell.number());
    if (workSpan == null || workSpan.work() <= 0) {
      return null;
    }
    return new SeriesView.Model(
        "Model: computed from work and span as measured in cell %d, not measured."
            .formatted(cell.number()),
        Math.round(workSpan.work()),
        Math.round(workSpan.span()),
        workSpan.time(1) / workSpan.span(),
        cell.number(),
        curve(Math.max(8, workSpan.workNanos().size()), workSpan::speedUp));
  }

  private @Nullable WorkSpan typical(int cell) {
    double median = Quantiles.median(analysis.walls(cell));
    return analysis.measured(cell).stream()
        .filter(it -> it.workSpan != null)
        .min(Comparator.comparingDouble(it -> Math.abs(it.wallNanos - median)))
        .map(it -> it.workSpan)
        .orElse(null);
  }

  /// Cells whose size is that of a cell with one worker, times their parallelism.
  private void scaled(List<SeriesView> into) {
    for (var first : cells) {
      var settings = first.settings();
      var size = settings.size();
      if (size == null || settings.parallelism() != 1 || !measured(first)) {
        continue;
      }
      var members = new ArrayList<>(List.of(first));
      for (var cell : cells) {
        var other = cell.settings();
        if (other.parallelism() > 1
            && measured(cell)
            && other.executor().equals(settings.executor())
            && other.isolation().equals(settings.isolation())
            && (other.cores() == other.parallelism()
                ? settings.cores() == 1
                : other.cores() == settings.cores())
            && Objects.equals(other.size(), size * other.parallelism())) {
          members.add(cell);
        }
      }
      if (members.size() >= 2) {
        members.sort(Comparator.comparingInt(it -> it.settings().parallelism()));
        into.add(scaled(first, members));
      }
    }
  }

  private SeriesView scaled(CellView first, List<CellView> members) {
    var base = analysis.walls(first.number());
    var points = new ArrayList<SeriesView.Point>();
    for (var cell : members) {
      int x = cell.settings().parallelism();
      var speedUp =
          Bootstrap.ratioOfMedians(
                  base, analysis.walls(cell.number()), analysis.seed(cell.number()))
              .times(x);
      points.add(
          new SeriesView.Point(
              cell.number(),
              x,
              Objects.requireNonNull(cell.wall()),
              speedUp,
              speedUp.times(1.0 / cell.settings().cores()),
              null));
    }
    var gustafson =
        members.size() < Gustafson.FEWEST_POINTS
            ? missing(
                "gustafson",
                "needs %d points; there are %d".formatted(Gustafson.FEWEST_POINTS, members.size()))
            : fit("gustafson", members, CellSettings::parallelism, Gustafson::fit);
    return new SeriesView(
        Axis.SCALED,
        first.settings().executor(),
        first.settings().isolation(),
        null,
        null,
        null,
        first.number(),
        points,
        List.of(gustafson),
        null);
  }
}
