import threadmill.lab.ProcessPool;

// A running program is a process; main is the first thread in it.

void main() throws Exception {
  IO.println("main runs in thread " + Thread.currentThread().getName());
  var letters = new ArrayList<String>();

  // Another thread of this process puts a letter into the list.
  Thread courier =
      Crew.start(
          "courier", () -> letters.add("a letter from " + Thread.currentThread().getName()));
  courier.join(); // wait until it has ended
  IO.println("after the thread: " + letters);

  // Another process does the same with the list that it has.
  try (var office = new ProcessPool(1)) {
    office.submit(() -> letters.add("a letter from another process")).get();
  }
  IO.println("after the process: " + letters);
}
