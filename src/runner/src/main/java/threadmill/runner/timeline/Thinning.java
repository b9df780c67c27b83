package threadmill.runner.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Fewer slices out of many: neighbours that together are no longer than a grain become one slice
/// of the state that they spent most time in. A slice longer than the grain stays as it is, so a
/// lane of length D keeps at most 3 D / grain slices.
final class Thinning {
  private Thinning() {}

  /// Merges the slices of one lane; they are in order, without overlap.
  static List<Slice> thin(List<Slice> slices, long grain) {
    List<Slice> kept = new ArrayList<>();
    for (int i = 0; i < slices.size(); ) {
      var first = slices.get(i);
      int last = i;
      while (last + 1 < slices.size()) {
        var next = slices.get(last + 1);
        if (!mergeable(
            first.from(), first.to(), slices.get(last).to(), next.from(), next.to(), grain)) {
          break;
        }
        last++;
      }
      kept.add(last == i ? first : merged(slices.subList(i, last + 1)));
      i = last + 1;
    }
    return kept;
  }

  /// Whether `next` may join a group that goes from `first`'s start to `end`.
  static boolean mergeable(
      long firstFrom, long firstTo, long end, long nextFrom, long nextTo, long grain) {
    return firstTo - firstFrom < grain && nextFrom - end < grain && nextTo - firstFrom <= grain;
  }

  private static Slice merged(List<Slice> group) {
    var shares = new Shares();
    group.forEach(slice -> shares.add(slice.state(), slice.to() - slice.from()));
    var most = shares.most();
    var longest =
        group.stream()
            .filter(slice -> slice.state() == most)
            .max(Comparator.comparingLong(slice -> slice.to() - slice.from()))
            .orElseThrow();
    return new Slice(
        group.getFirst().from(),
        group.getLast().to(),
        longest.state(),
        longest.core(),
        longest.detail());
  }
}
