// verdict: OK
// stdout: third second first
import threadmill.lab.Completed;

void main() throws Exception {
  var gates = Map.of("first", new CountDownLatch(1), "second", new CountDownLatch(1), "third", new CountDownLatch(1));
  var order = new ArrayList<String>();
  try (var pool = Executors.newFixedThreadPool(3)) {
    var names = new HashMap<Future<?>, String>();
    var futures = new ArrayList<Future<String>>();
    for (var name : gates.keySet()) {
      futures.add(pool.submit(() -> {
        gates.get(name).await();
        return name;
      }));
    }
    gates.get("third").countDown();
    for (var future : Completed.asCompleted(futures)) {
      order.add(future.get());
      gates.get(order.size() == 1 ? "second" : "first").countDown();
    }
  }
  IO.println(String.join(" ", order));
}
