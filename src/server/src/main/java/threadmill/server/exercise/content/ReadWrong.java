package threadmill.server.exercise.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import threadmill.runner.Verdict;
import threadmill.server.exercise.yaml.Keys;
import threadmill.server.exercise.yaml.Value;

/// Reads `wrong`, which lists the folders below `wrong/`, all of them.
final class ReadWrong {
  private static final int MOST_FAILS = 50;

  /// Nothing that an answer is to blame for.
  private static final Set<Verdict> NEVER =
      EnumSet.of(Verdict.OK, Verdict.CANCELLED, Verdict.INTERNAL_ERROR);

  private final Places places;
  private final Set<String> entries;

  /// @param entries the names of the grading's
  ReadWrong(Places places, Set<String> entries) {
    this.places = places;
    this.entries = entries;
  }

  List<WrongAnswer> read(Keys keys) {
    var answers = new ArrayList<WrongAnswer>();
    var unlisted = new TreeSet<>(places.wrong());
    keys.optional("wrong")
        .flatMap(Value::keys)
        .ifPresent(wrong ->
            wrong
                .all()
                .forEach((name, value) -> {
                  unlisted.remove(name);
                  value.keys().flatMap(k -> answer(name, value, k)).ifPresent(answers::add);
                }));
    unlisted.forEach(name ->
        keys.complain("wrong: lacks %s, which has a folder; say what it must get".formatted(name)));
    return answers;
  }

  private Optional<WrongAnswer> answer(String name, Value value, Keys keys) {
    var place = "wrong/" + name;
    if (!Words.isName(name)) {
      value.complain("must be named with a-z, 0-9 and single hyphens");
    } else if (!places.hasAnswer(place)) {
      value.complain(place + " has no files; add them, or leave it out");
    }
    var verdict =
        keys.required("verdict")
            .flatMap(v ->
                v.oneOf(
                    Arrays.stream(Verdict.values()).filter(one -> !NEVER.contains(one)),
                    Verdict::name));
    var fails =
        keys.optional("fails").map(v -> v.items(0, MOST_FAILS)).orElse(List.of()).stream()
            .flatMap(item -> item.oneOf(entries.stream(), entry -> entry).stream())
            .toList();
    keys.done();
    return verdict.map(must -> new WrongAnswer(name, must, fails, places.answer(place)));
  }
}
