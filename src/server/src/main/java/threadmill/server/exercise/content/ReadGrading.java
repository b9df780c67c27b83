package threadmill.server.exercise.content;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import threadmill.runner.judge.Grading;
import threadmill.server.exercise.complaint.Complaints;
import threadmill.server.exercise.yaml.Keys;
import threadmill.server.exercise.yaml.Value;

/// Reads an entry of `grading`.
///
/// Each kind takes its keys first, so that all complaints are told; the entry is made only when
/// there was none.
final class ReadGrading {
  private static final int MOST_POINTS = 1_000;
  private static final int MOST_TIMES = 10_000;
  private static final int MOST_CORES = 16;

  private final Keys keys;
  private final ExerciseBounds bounds;
  private final SettingParts outer;
  private final Complaints complaints;
  private final Tests tests;
  private final ReadProgram program;

  ReadGrading(
      Keys keys, Places places, ExerciseBounds bounds, SettingParts outer, Complaints complaints) {
    this.keys = keys;
    this.bounds = bounds;
    this.outer = outer;
    this.complaints = complaints;
    this.tests = new Tests(places);
    this.program = new ReadProgram(keys, places, bounds, tests);
  }

  /// Empty where anything is wrong with it.
  Optional<Grading> read() {
    int before = complaints.count();
    var kind =
        keys.required("kind").flatMap(v -> v.oneOf(Arrays.stream(Kind.values()), Words::word));
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    Supplier<Grading> made =
        switch (kind.get()) {
          case OUTPUT -> output();
          case UNIT -> unit();
          case REPEAT -> repeat();
          case LIVENESS -> liveness();
          case PERFORMANCE -> performance();
          case STRUCTURE -> structure();
        };
    keys.done();
    return complaints.count() == before ? Optional.of(made.get()) : Optional.empty();
  }

  private Supplier<Grading> output() {
    var head = head();
    var setting = setting();
    var args = program.args();
    var stdin = program.stdin();
    var expectation = program.expectation();
    return () -> new Grading.Output(head.get(), setting, args, stdin, expectation.orElseThrow());
  }

  private Supplier<Grading> unit() {
    var head = head();
    var setting = setting();
    var test = tests.required(keys, "test");
    return () -> new Grading.UnitTests(head.get(), setting, test.orElseThrow());
  }

  private Supplier<Grading> repeat() {
    var head = head();
    var setting = setting();
    var test = tests.required(keys, "test");
    var times = keys.required("times").flatMap(v -> v.number(2, MOST_TIMES));
    var cores = keys.optional("cores").map(this::cores).orElse(List.of(setting.cores()));
    boolean yields = keys.optional("yields").flatMap(Value::flag).orElse(true);
    return () ->
        new Grading.Repeat(
            head.get(), setting, test.orElseThrow(), times.orElseThrow(), cores, yields);
  }

  private List<Integer> cores(Value value) {
    return value.items(1, MOST_CORES).stream()
        .flatMap(item -> item.number(1, bounds.cores().most()).stream())
        .toList();
  }

  private Supplier<Grading> liveness() {
    var head = head();
    var setting = setting();
    if (keys.has("test")) {
      var test = tests.required(keys, "test");
      Stream.of("args", "stdin", "stdinFile")
          .flatMap(key -> keys.optional(key).stream())
          .forEach(v -> v.complain("is for main; leave it out, or test"));
      return () -> new Grading.Liveness(head.get(), setting, test.orElseThrow(), List.of(), "");
    }
    var args = program.args();
    var stdin = program.stdin();
    keys.optional("test");
    return () -> new Grading.Liveness(head.get(), setting, null, args, stdin);
  }

  private Supplier<Grading> performance() {
    var bands = keys.required("bands").map(ReadBands::read).orElse(List.of());
    int highest = bands.isEmpty() ? 0 : bands.getLast().points();
    keys.optional("points")
        .ifPresent(value ->
            value
                .number(0, MOST_POINTS)
                .filter(points -> points != highest && !bands.isEmpty())
                .ifPresent(_ ->
                    value.complain(
                        "must be the highest band's, %d; or leave it out".formatted(highest))));
    var head = head(Optional.of(highest));
    var setting = setting();
    var test = tests.required(keys, "test");
    var measure =
        keys.required("measure")
            .flatMap(v -> v.oneOf(Arrays.stream(Grading.Measure.values()), Words::word));
    var repeats = keys.required("repeats").flatMap(v -> v.number(3, 30));
    return () ->
        new Grading.Performance(
            head.get(),
            setting,
            test.orElseThrow(),
            measure.orElseThrow(),
            repeats.orElseThrow(),
            bands);
  }

  private Supplier<Grading> structure() {
    var head = head();
    var rules = ReadRules.read(keys);
    return () -> new Grading.Structure(head.get(), rules);
  }

  private Supplier<Grading.Head> head() {
    return head(keys.required("points").flatMap(v -> v.number(0, MOST_POINTS)));
  }

  private Supplier<Grading.Head> head(Optional<Integer> points) {
    var name = Words.name(keys, "name");
    var title = Words.title(keys);
    boolean hidden = keys.optional("hidden").flatMap(Value::flag).orElse(false);
    return () ->
        new Grading.Head(name.orElseThrow(), title.orElseThrow(), points.orElseThrow(), hidden);
  }

  private Grading.Setting setting() {
    var own = keys.optional("setting").flatMap(Value::keys).map(this::parts);
    return own.orElse(SettingParts.NONE).over(outer).complete(bounds);
  }

  private SettingParts parts(Keys setting) {
    var parts = ReadSetting.parts(setting, bounds);
    setting
        .optional("isolation")
        .ifPresent(v -> v.complain("is for free runs; judging always has processes of its own"));
    setting.done();
    return parts;
  }
}
