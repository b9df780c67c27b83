// Asynchrony: initiate a task, carry on, and handle the result when it arrives.
// main plays a user interface here: it draws its frames on time, whatever the requests do.
//
// A sandbox has no network: the requests are simulated by sleeping.

void main() {
  var names = Thread.ofPlatform().name("request-", 1).factory();
  try (var io = Executors.newFixedThreadPool(2, names)) {
    // 1. Initiate. Both calls return at once.
    var weather = CompletableFuture.supplyAsync(() -> request(260, "sunny"), io);
    var traffic = CompletableFuture.supplyAsync(() -> request(140, null), io);

    // Say what shall happen with each answer; the thread that brings it will do it.
    var shown =
        weather
            .thenApply(String::toUpperCase)
            .thenAccept(text -> IO.println("the weather is " + text + onThread()));
    var excused =
        traffic.handle(
            (text, failure) -> {
              IO.println(failure == null ? text : "no news of the traffic" + onThread());
              return "";
            });

    // 2. Continue, without waiting.
    for (int frame = 1; frame <= 6; frame++) {
      IO.println("frame " + frame + onThread());
      sleep(60);
    }

    // 3. Only the end of the program waits for what is still under way.
    CompletableFuture.allOf(shown, excused).join();
    IO.println("done" + onThread());
  }
}

String request(int millis, String answer) {
  sleep(millis);
  if (answer == null) {
    throw new IllegalStateException("no answer");
  }
  return answer;
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
