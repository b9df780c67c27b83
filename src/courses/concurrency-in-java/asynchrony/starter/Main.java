// A window that draws its frames, while two services take their time.

void main() {
  var names = Thread.ofPlatform().name("request-", 1).factory();
  try (var network = Executors.newFixedThreadPool(2, names)) {
    Service weather = slow(270, "sunny", network);
    Service traffic = slow(150, "roads free", network);

    var report = Morning.report("Jena", weather, traffic);
    var shown = report.thenAccept(text -> IO.println(text + onThread()));
    for (int frame = 1; frame <= 6; frame++) {
      IO.println("frame " + frame + onThread());
      sleep(60);
    }
    shown.join(); // nothing else to do: here waiting is fine
  }
}

Service slow(int millis, String answer, Executor network) {
  return city ->
      CompletableFuture.supplyAsync(
          () -> {
            sleep(millis);
            return answer;
          },
          network);
}

String onThread() {
  return " (on " + Thread.currentThread().getName() + ")";
}

void sleep(int millis) {
  try {
    Thread.sleep(millis);
  } catch (InterruptedException e) {
    Thread.currentThread().interrupt();
  }
}
