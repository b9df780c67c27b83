package threadmill.lab;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some inputs of a `map`, and what is to be done with each.
record Chunk<T extends @Nullable Object, R extends @Nullable Object>(
    Mapping<T, R> function, ArrayList<T> inputs) implements Task<List<R>> {
  @Override
  public List<R> call() throws Exception {
    var results = new ArrayList<R>();
    for (var input : inputs) {
      results.add(function.apply(input));
    }
    return results;
  }
}
