import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/// Loads many things, each on a virtual thread.
class Loads {

  /// Loads all ids.
  ///
  /// @param atOnce how many loads may be under way at the same time
  /// @return an answer for each id, in the order of the ids; "failed" for a load that threw
  ///   something
  static List<String> all(List<Integer> ids, int atOnce, Load load) throws Exception {
    var permits = new Semaphore(atOnce);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var futures = new ArrayList<Future<String>>();
      for (int id : ids) {
        futures.add(
            threads.submit(() -> {
              permits.acquire();
              try {
                return answer(load, id);
              } finally {
                permits.release();
              }
            }));
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
