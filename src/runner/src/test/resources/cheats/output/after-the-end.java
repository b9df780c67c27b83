// story: Prints the answer in hooks and daemon threads when main has returned.
// exercise: four-pages
// attacks: prints, other-pages, shape, long-pages
// verdict: WRONG_ANSWER
// file: Main.java

void main() {
  Runtime.getRuntime().addShutdownHook(new Thread(() -> {
    IO.println("page 1: 5 words\npage 2: 7 words\npage 3: 8 words\npage 4: 5 words\ntotal: 25 words");
  }));
  var daemon = new Thread(() -> {
    while (true) {
      System.err.println("total: 26 words");
    }
  });
  daemon.setDaemon(true);
  daemon.start();
}
