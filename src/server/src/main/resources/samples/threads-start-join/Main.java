// A thread is a sequence of instructions that runs inside a process.
// start() sets a new one going; join() waits until it has finished.

void main() throws InterruptedException {
  IO.println("main starts two threads");
  Thread tea = Thread.ofPlatform().name("tea").unstarted(() -> brew("tea", 300));
  Thread coffee = Thread.ofPlatform().name("coffee").unstarted(() -> brew("coffee", 600));
  tea.start();
  coffee.start();

  IO.println("main goes on while they work");

  tea.join();
  coffee.join();
  IO.println("main goes on alone: both have finished");
}

// Both threads run this same code, each with variables of its own.
void brew(String drink, int millis) {
  IO.println(drink + " begins");
  try {
    Thread.sleep(millis);
  } catch (InterruptedException e) {
    return;
  }
  IO.println(drink + " is ready");
}
