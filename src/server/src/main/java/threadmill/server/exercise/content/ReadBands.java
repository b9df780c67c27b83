package threadmill.server.exercise.content;

import java.util.ArrayList;
import java.util.List;
import threadmill.runner.judge.Grading.Band;
import threadmill.server.exercise.yaml.Keys;
import threadmill.server.exercise.yaml.Value;

/// Reads the bands of a performance entry, which must rise.
final class ReadBands {
  private static final int MOST = 20;
  private static final int MOST_POINTS = 1_000;
  private static final double MOST_RATIO = 1_000;

  private ReadBands() {}

  static List<Band> read(Value value) {
    var bands = new ArrayList<Band>();
    for (var item : value.items(1, MOST)) {
      item.keys().ifPresent(keys -> band(item, keys, bands));
    }
    return bands;
  }

  private static void band(Value item, Keys keys, List<Band> bands) {
    var atLeast = keys.required("atLeast").flatMap(v -> v.decimal(0, MOST_RATIO));
    var points = keys.required("points").flatMap(v -> v.number(0, MOST_POINTS));
    keys.done();
    if (atLeast.isPresent() && points.isPresent()) {
      var band = new Band(atLeast.get(), points.get());
      if (!bands.isEmpty()
          && (band.atLeast() <= bands.getLast().atLeast()
              || band.points() <= bands.getLast().points())) {
        item.complain("must ask for more and give more than the band before it");
      }
      bands.add(band);
    }
  }
}
