package threadmill.server.exercise.content;

import java.util.LinkedHashMap;
import java.util.Map;
import threadmill.server.exercise.complaint.Complaints;
import threadmill.server.exercise.statement.Glossary;
import threadmill.server.exercise.yaml.Keys;
import threadmill.server.exercise.yaml.ParseYaml;
import threadmill.server.exercise.yaml.Value;

/// Reads `glossary.yaml`.
public final class ReadGlossary {
  static final String FILE = "glossary.yaml";

  private static final int MOST_CHARS = 256 << 10;
  private static final int MOST_DEFINITION = 1_000;

  private ReadGlossary() {}

  /// What can be read of it; the rest is told to `complaints`.
  public static Glossary read(String text, Complaints complaints) {
    var terms = new LinkedHashMap<String, Glossary.Term>();
    ParseYaml.parse(FILE, text, MOST_CHARS, complaints)
        .ifPresent(keys ->
            keys.all()
                .forEach((key, value) -> value.keys().ifPresent(k -> term(key, value, k, terms))));
    return new Glossary(terms);
  }

  private static void term(String key, Value value, Keys keys, Map<String, Glossary.Term> terms) {
    if (!Words.isName(key)) {
      value.complain("a key is made of a-z, 0-9 and single hyphens");
    }
    var term = keys.required("term").flatMap(v -> v.oneLine(Words.MOST_TITLE));
    var definition = keys.required("definition").flatMap(v -> v.text(MOST_DEFINITION));
    keys.done();
    if (term.isPresent() && definition.isPresent()) {
      terms.put(key, new Glossary.Term(key, term.get(), definition.get().strip()));
    }
  }
}
