package threadmill.server.exercise.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import threadmill.server.exercise.LostUpdate;
import threadmill.server.exercise.complaint.Complaint;
import threadmill.server.exercise.complaint.Complaints;

/// YAML that wants to make objects, to grow, or to be read in two ways.
class HostileYamlTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[]]]",
        "title: !!java.lang.ProcessBuilder [sh]",
        "title: !!str x",
        "title: !x y",
        "!!map {title: x}",
        "!<tag:yaml.org,2002:java.lang.Runtime> {}",
        "%TAG ! tag:example.org,2026:\n--- !x\ntitle: y",
      })
  void types_are_refused(String text) {
    assertThat(complaints(text)).singleElement().asString().contains("must not have types");
  }

  @Test
  void a_billion_laughs_are_refused_at_the_first() {
    var laughs = new StringBuilder("a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
    for (char c = 'b'; c <= 'j'; c++) {
      laughs.append("%c: &%c [%s]\n".formatted(c, c, ("*" + (char) (c - 1) + ",").repeat(9)));
    }

    assertThat(complaints(laughs.toString()))
        .containsExactly("f.yaml:1: must not have anchors (&) and aliases (*); write it out");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: &x 1\nb: *x", "a: &x\n  <<: *x", "? &k a\n: 1", "a: *missing"})
  void references_are_refused(String text) {
    assertThat(complaints(text)).singleElement().asString().contains("must not have anchors");
  }

  @Test
  void a_key_that_is_there_twice_is_told_with_both_lines() {
    assertThat(complaints("title: a\nminutes: 3\ntitle: b\n"))
        .containsExactly("f.yaml:3: title: is there twice, first in line 1; leave one out");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{", "- ", "? ", "a: [", "&a [", "!x [", "\"", "|\n ", "# \n"})
  void what_nests_a_thousand_deep_is_refused_at_once(String piece) {
    assertThat(complaints(piece.repeat(60_000 / piece.length()))).hasSizeBetween(1, 2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# nothing",
        "just words",
        "- a list",
        "--- |\n text",
        "title: a\n---\ntitle: b",
        "title: [a",
        "title: \"a",
        "\ttitle: a",
        "title: a: b",
        "[a, b]: c",
        "title: \u0007",
        "title: @a",
      })
  void what_is_no_list_of_keys_is_refused_with_a_line(String text) {
    assertThat(complaints(text)).singleElement().asString().startsWith("f.yaml:");
  }

  @Test
  void a_file_that_is_too_long_is_not_parsed() {
    assertThat(complaints("a".repeat(70_000)))
        .containsExactly("f.yaml: is longer than 65,536 characters; shorten it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "99999999999999999999999999",
        "1e9",
        "0x10",
        "010",
        "1_000",
        "1:30",
        ".inf",
        "NaN",
        "-0",
        "٣",
        "1.0",
        "+5",
        " ",
        "\"\"",
        "[1]",
        "{a: 1}",
        "true",
      })
  void only_plain_decimal_numbers_are_numbers(String text) {
    var complaints = new Complaints();
    var number =
        keys("minutes: " + text, complaints).optional("minutes").flatMap(v -> v.number(1, 600));

    assertThat(number).isEmpty();
    assertThat(complaints.count()).isEqualTo(1);
  }

  @Test
  void words_stay_what_they_are() {
    var complaints = new Complaints();
    var keys = keys("a: no\nb: 1.10\nc: 2026-01-01\nd: 0123", complaints);

    assertThat(List.of("a", "b", "c", "d"))
        .map(key -> keys.optional(key).flatMap(v -> v.oneLine(99)).orElseThrow())
        .containsExactly("no", "1.10", "2026-01-01", "0123");
    assertThat(keys.optional("a").flatMap(Value::flag)).isEmpty();
    assertThat(complaints.list())
        .map(Complaint::toString)
        .containsExactly("f.yaml:1: a: must be one of true, false, not no");
  }

  @Test
  void yaml_with_random_characters_changed_is_read_or_refused() {
    var random = new Random(20260101);
    var alphabet = "{}[]:,-&*!|>'\"%@#?\n\t \\~0aé\u2028\uD83D";
    int refused = 0;
    for (int i = 0; i < 3_000; i++) {
      var text = new StringBuilder(LostUpdate.DEFINITION);
      for (int n = random.nextInt(1, 4); n > 0; n--) {
        text.setCharAt(
            random.nextInt(text.length()), alphabet.charAt(random.nextInt(alphabet.length())));
      }
      refused += complaints(text.toString()).isEmpty() ? 0 : 1;
    }
    assertThat(refused).isBetween(500, 2_900);
  }

  private static List<String> complaints(String text) {
    var complaints = new Complaints();
    var keys = ParseYaml.parse("f.yaml", text, 65_536, complaints);
    assertThat(keys.isPresent() || !complaints.isEmpty()).isTrue();
    return complaints.list().stream().map(Complaint::toString).toList();
  }

  private static Keys keys(String text, Complaints complaints) {
    return ParseYaml.parse("f.yaml", text, 65_536, complaints).orElseThrow();
  }
}
