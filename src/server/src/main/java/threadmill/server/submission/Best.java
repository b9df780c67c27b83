package threadmill.server.submission;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// The submission that counts of all that a student handed in to an exercise: the one with the most
/// points, the earliest among equals. So handing in again makes nothing worse.
///
/// @param points with what being late costs and what staff gave or took
/// @param late whether it came after what counts in full
record Best(Handed handed, Points points, boolean late) {
  private static final Comparator<Best> ORDER =
      Comparator.comparing(Best::points)
          .reversed()
          .thenComparing(it -> it.handed().at())
          .thenComparing(it -> it.handed().submission());

  static Optional<Best> of(Collection<Handed> submissions, Deadlines deadlines) {
    return submissions.stream().map(it -> of(it, deadlines)).min(ORDER);
  }

  private static Best of(Handed handed, Deadlines deadlines) {
    int percent = deadlines.percent(handed.at());
    return new Best(
        handed, Points.of(handed.judged(), percent, handed.byHand()), deadlines.late(handed.at()));
  }
}
