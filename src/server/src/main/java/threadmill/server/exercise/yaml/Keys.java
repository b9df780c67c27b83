package threadmill.server.exercise.yaml;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import threadmill.server.exercise.complaint.Complaints;

/// A mapping, from which values are taken by their keys; a key that nobody asked for is unknown.
public final class Keys {
  private final Node.Mapping mapping;
  private final String path;
  private final String file;
  private final Complaints complaints;
  private final Set<String> asked = new LinkedHashSet<>();

  Keys(Node.Mapping mapping, String path, String file, Complaints complaints) {
    this.mapping = mapping;
    this.path = path;
    this.file = file;
    this.complaints = complaints;
  }

  /// The value of a key, which may be left out.
  public Optional<Value> optional(String key) {
    asked.add(key);
    var entry = mapping.entries().get(key);
    if (entry == null) {
      return Optional.empty();
    }
    var value = value(key, entry);
    if (entry.value() instanceof Node.Scalar scalar && scalar.isNull()) {
      value.complain("has no value; give it one or leave the key out");
      return Optional.empty();
    }
    return Optional.of(value);
  }

  /// The value of a key that must be there.
  public Optional<Value> required(String key) {
    asked.add(key);
    if (!mapping.entries().containsKey(key)) {
      complaints.add(file, mapping.line(), path(key) + ": is required");
      return Optional.empty();
    }
    return optional(key);
  }

  public boolean has(String key) {
    return mapping.entries().containsKey(key);
  }

  /// The text of a key as it stands, whatever may be wrong with it.
  public Optional<String> peek(String key) {
    return mapping.entries().get(key) instanceof Node.Entry(_, Node.Scalar scalar)
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  /// All keys with their values, where the keys are names that the author chose.
  public Map<String, Value> all() {
    var all = new LinkedHashMap<String, Value>();
    mapping.entries().forEach((key, entry) -> all.put(key, value(key, entry)));
    asked.addAll(all.keySet());
    return all;
  }

  /// Complains about the keys that nobody asked for.
  public void done() {
    mapping
        .entries()
        .forEach((key, entry) -> {
          if (!asked.contains(key)) {
            value(key, entry).complain("is not known here; " + advice(key));
          }
        });
  }

  public void complain(String message) {
    complaints.add(file, mapping.line(), path.isEmpty() ? message : path + ": " + message);
  }

  private String advice(String key) {
    return asked.stream()
        .min(Comparator.comparingInt(known -> Distance.between(known, key)))
        .filter(known -> Distance.between(known, key) <= Math.max(2, known.length() / 3))
        .map(known -> "did you mean %s?".formatted(known))
        .orElseGet(() -> "known are " + String.join(", ", asked));
  }

  private Value value(String key, Node.Entry entry) {
    return new Value(entry.value(), entry.line(), path(key), file, complaints);
  }

  private String path(String key) {
    var quoted = Complaints.quote(key);
    return path.isEmpty() ? quoted : path + "." + quoted;
  }
}
