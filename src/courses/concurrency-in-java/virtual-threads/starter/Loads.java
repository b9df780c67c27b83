import java.util.ArrayList;
import java.util.List;

/// Loads many things.
class Loads {

  /// Loads all ids.
  ///
  /// @param atOnce how many loads may be under way at the same time
  /// @return an answer for each id, in the order of the ids; "failed" for a load that threw
  ///   something
  static List<String> all(List<Integer> ids, int atOnce, Load load) throws Exception {
    // To do: one after the other takes for ever.
    var answers = new ArrayList<String>();
    for (int id : ids) {
      answers.add(answer(load, id));
    }
    return answers;
  }

  private static String answer(Load load, int id) {
    try {
      return load.of(id);
    } catch (Exception e) {
      return "failed";
    }
  }
}
