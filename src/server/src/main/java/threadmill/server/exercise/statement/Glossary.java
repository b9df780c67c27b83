package threadmill.server.exercise.statement;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The words that a course explains.
///
/// @param terms by their keys, in the order of the file
public record Glossary(Map<String, Term> terms) {
  public static final Glossary EMPTY = new Glossary(Map.of());

  public Glossary {
    terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
  }

  /// The term of a key, such as `critical-section`.
  public Optional<Term> term(String key) {
    return Optional.ofNullable(terms.get(key));
  }

  /// The term that somebody writes as `critical section`, or by its key.
  public Optional<Term> named(String word) {
    return term(word)
        .or(() ->
            terms.values().stream().filter(term -> term.term().equalsIgnoreCase(word)).findFirst());
  }

  /// A word with what it means, both plain text.
  public record Term(String key, String term, String definition) {}
}
