package threadmill.server.comparison;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import threadmill.server.access.Who;
import threadmill.server.comparison.ComparisonView.Time;
import threadmill.server.comparison.ComparisonView.Timing;
import threadmill.server.experiment.ReadExperiment;
import threadmill.server.problem.RequestRefused;
import threadmill.server.run.ReadRun;
import threadmill.server.statistics.Comparison;
import threadmill.server.statistics.Comparison.Finding;
import threadmill.server.statistics.Comparison.Quantity;
import threadmill.server.timeline.Timelines;

/// Puts two runs or cells side by side, for whoever may read both.
@ApplicationScoped
class Compare {
  private final ReadRun runs;
  private final ReadExperiment experiments;
  private final Timelines timelines;

  Compare(ReadRun runs, ReadExperiment experiments, Timelines timelines) {
    this.runs = runs;
    this.experiments = experiments;
    this.timelines = timelines;
  }

  @Transactional
  ComparisonView compare(Reference a, Reference b, Who who) {
    if (a.equals(b)) {
      throw RequestRefused.field("b", "is the same as a; choose another one");
    }
    var one = find("a", a, who);
    var other = find("b", b, who);
    var wall = timing(Quantity.WALL_TIME, one.walls(), other.walls(), other.seed());
    var cpu = timing(Quantity.CPU_TIME, one.cpus(), other.cpus(), other.seed());
    return new ComparisonView(
        one.side(),
        other.side(),
        sentence(wall),
        cautions(a, one, b, other),
        List.of(
            timing(Quantity.WALL_TIME, one.wall(), other.wall(), wall),
            timing(Quantity.CPU_TIME, one.cpu(), other.cpu(), cpu)),
        CompareSettings.differing(one.request(), other.request()),
        CompareFiles.of(one.request(), other.request()));
  }

  /// @param parameter which of the two it is, for the refusal
  private Subject find(String parameter, Reference reference, Who who) {
    try {
      return switch (reference) {
        case Reference.OfRun(var id) -> {
          var run = runs.run(id, who);
          yield Subject.of(run, runs.asked(run), timelines::has);
        }
        case Reference.OfCell(var experiment, var number) ->
            Subject.of(experiments.cell(experiment, number), timelines::has);
      };
    } catch (RequestRefused refused) {
      throw RequestRefused.notFound(
          parameter, Objects.requireNonNullElse(refused.getMessage(), "is not there"));
    }
  }

  /// Null where one of them was never measured.
  private static @Nullable Comparison timing(
      Quantity quantity, List<Double> a, List<Double> b, long seed) {
    return a.isEmpty() || b.isEmpty()
        ? null
        : Comparison.of(quantity, numbers(b), numbers(a), seed);
  }

  private static double[] numbers(List<Double> values) {
    return values.stream().mapToDouble(it -> it).toArray();
  }

  private static Timing timing(
      Quantity quantity, @Nullable Time a, @Nullable Time b, @Nullable Comparison comparison) {
    return comparison == null || comparison.finding() == Finding.TOO_FEW
        ? new Timing(quantity, a, b, Finding.TOO_FEW, null, Comparison.NO_COMPARISON)
        : new Timing(
            quantity, a, b, comparison.finding(), comparison.speedUp(), comparison.words());
  }

  private static String sentence(@Nullable Comparison wall) {
    var words = wall == null ? Comparison.NO_COMPARISON : wall.wordsAgainst("A");
    var finding = wall == null ? Finding.TOO_FEW : wall.finding();
    return switch (finding) {
      case FASTER, SLOWER -> "B is " + words + ".";
      case NO_DIFFERENCE, TOO_FEW ->
          words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    };
  }

  private static List<String> cautions(Reference a, Subject one, Reference b, Subject other) {
    var cautions = new ArrayList<String>();
    one.because().forEach(it -> cautions.add(sentence("A", it)));
    other.because().forEach(it -> cautions.add(sentence("B", it)));
    if (!Objects.equals(one.side().size(), other.side().size())) {
      cautions.add("They were given different sizes, and may have had different work to do.");
    }
    if (!one.machines().isEmpty()
        && !other.machines().isEmpty()
        && !one.machines().equals(other.machines())) {
      cautions.add("They were measured on different machines.");
    }
    if (a instanceof Reference.OfCell(var first, var _)
        && b instanceof Reference.OfCell(var second, var _)
        && !first.equals(second)) {
      cautions.add(
          "They are of different experiments, so their runs did not take turns: what changed on the machine in between counts as a difference.");
    }
    if ((a instanceof Reference.OfRun) != (b instanceof Reference.OfRun)) {
      cautions.add(
          "The runs of a cell have cores of their own where they can; a run by itself shares them.");
    }
    return cautions;
  }

  private static String sentence(String subject, String predicate) {
    return subject + " " + predicate + (predicate.endsWith(".") ? "" : ".");
  }
}
