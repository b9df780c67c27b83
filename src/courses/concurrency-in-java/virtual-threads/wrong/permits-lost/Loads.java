import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/// A load that fails keeps its permit: after as many failures as there are permits, nobody goes on.
class Loads {

  static List<String> all(List<Integer> ids, int atOnce, Load load) throws Exception {
    var permits = new Semaphore(atOnce);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var futures = new ArrayList<Future<String>>();
      for (int id : ids) {
        futures.add(
            threads.submit(() -> {
              permits.acquire();
              var answer = load.of(id);
              permits.release();
              return answer;
            }));
      }
      var answers = new ArrayList<String>();
      for (var future : futures) {
        try {
          answers.add(future.get());
        } catch (ExecutionException e) {
          answers.add("failed");
        }
      }
      return answers;
    }
  }
}
