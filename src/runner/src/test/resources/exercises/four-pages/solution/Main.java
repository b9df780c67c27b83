import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

void main() throws Exception {
  var pages = new String(System.in.readAllBytes()).lines().toList();
  var counts = new ArrayList<Callable<Integer>>();
  for (int i = 0; i < pages.size(); i++) {
    int page = i;
    counts.add(() -> {
      int words = pages.get(page).split(" ").length;
      IO.println("page " + (page + 1) + ": " + words + " words");
      return words;
    });
  }
  int total = 0;
  try (var pool = Executors.newFixedThreadPool(pages.size())) {
    for (var count : pool.invokeAll(counts)) {
      total += count.get();
    }
  }
  IO.println("total: " + total + " words");
}
