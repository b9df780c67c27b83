import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/// Answers in the order in which they came.
class Loads {

  static List<String> all(List<Integer> ids, int atOnce, Load load) throws Exception {
    var permits = new Semaphore(atOnce);
    var answers = Collections.synchronizedList(new ArrayList<String>());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int id : ids) {
        threads.submit(() -> {
          permits.acquire();
          try {
            answers.add(answer(load, id));
          } finally {
            permits.release();
          }
          return null;
        });
      }
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
