import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// A pool bounds the loads and pays a platform thread for each.
class Loads {

  static List<String> all(List<Integer> ids, int atOnce, Load load) throws Exception {
    try (var threads = Executors.newFixedThreadPool(atOnce)) {
      var futures = new ArrayList<Future<String>>();
      for (int id : ids) {
        futures.add(threads.submit(() -> answer(load, id)));
      }
      var answers = new ArrayList<String>();
      for (var future : futures) {
        answers.add(future.get());
      }
      return answers;
    }
  }

  private static String answer(Load load, int id) {
    try {
      return load.of(id);
    } catch (Exception e) {
      return "failed";
    }
  }
}
