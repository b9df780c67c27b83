// verdict: TIME_LIMIT
// wall: 1500
// never: finalizers work on unseen
public class Main {
  @Override
  @SuppressWarnings({"deprecation", "removal"})
  protected void finalize() {
    while (true) Thread.onSpinWait();
  }

  public static void main(String[] args) throws Exception {
    new Main();
    while (true) {
      System.gc();
      Thread.sleep(10);
    }
  }
}
