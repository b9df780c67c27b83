package threadmill.server.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import threadmill.runner.statistics.Estimate;

/// Cells that differ in one number alone: one line of a chart.
///
/// @param axis what differs: `parallelism` or `cores`; `scaled` where the size of the input grows
///   in step with the parallelism
/// @param executor the executor of all its cells, as are isolation, size, cores, parallelism;
///   absent is what differs
/// @param baseline the cell that speed-ups compare with
/// @param model absent where nothing could be measured to base it on
@JsonInclude(JsonInclude.Include.NON_NULL)
record SeriesView(
    Axis axis,
    String executor,
    String isolation,
    @Nullable Integer cores,
    @Nullable Integer parallelism,
    @Nullable Long size,
    int baseline,
    List<Point> points,
    List<Fit> fits,
    @Nullable Model model) {

  enum Axis {
    PARALLELISM,
    CORES,
    SCALED
  }

  /// A measured cell.
  ///
  /// @param x its place on the axis
  /// @param speedUp over the baseline; on a `scaled` axis the scaled speed-up: work done in the
  ///   same time, taking work to grow as the size does
  /// @param karpFlatt the experimentally determined serial fraction; absent at x = 1
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Point(
      int cell,
      int x,
      CellView.Time wall,
      @Nullable Estimate speedUp,
      @Nullable Estimate efficiency,
      @Nullable Estimate karpFlatt) {}

  /// A law fitted to the points, or why it was not.
  ///
  /// @param law `amdahl`, `gustafson` or `usl`
  /// @param words what the parameters mean, in a sentence or two
  /// @param whyNot what is missing; all else but `law` is then absent or empty
  /// @param rSquared share of the variance that it explains, at most 1; below 0 when the mean would
  ///   do better
  /// @param peak the x from which more makes it slower; absent where there is none
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Fit(
      String law,
      @Nullable String words,
      @Nullable String whyNot,
      List<Parameter> parameters,
      @Nullable Double rSquared,
      @Nullable Double peak,
      List<Residual> residuals,
      List<CurvePoint> curve) {}

  /// @param name such as `serial fraction`
  /// @param symbol as formulas have it, such as `s`
  record Parameter(String name, String symbol, double value, double low, double high) {}

  /// A measured value beside the fitted one, as speed-ups.
  record Residual(int x, double measured, double fitted, double difference) {}

  /// @param speedUp over the baseline
  record CurvePoint(double x, double speedUp) {}

  /// What more cores would give, computed and not measured.
  ///
  /// @param label says so
  /// @param workNanos CPU time of one run
  /// @param spanNanos time that it would take with any number of cores
  /// @param parallelism work by span: no number of cores can make it faster than this
  /// @param cell the cell whose timelines it was computed from
  record Model(
      String label,
      long workNanos,
      long spanNanos,
      double parallelism,
      int cell,
      List<CurvePoint> curve) {}
}
