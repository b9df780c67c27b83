// verdict: TIME_LIMIT
// wall: 1500
// never: cleaners work on unseen
void main() throws Exception {
  var cleaner = java.lang.ref.Cleaner.create();
  cleaner.register(new Object(), () -> { while (true) Thread.onSpinWait(); });
  while (true) {
    System.gc();
    Thread.sleep(10);
  }
}
