// verdict: OK
// stdout: main ends
// never: objects that rise from the dead keep the program alive
public class Main {
  static Main risen;

  @Override
  @SuppressWarnings({"deprecation", "removal"})
  protected void finalize() {
    risen = this;
    new Main();
    while (true) Thread.onSpinWait();
  }

  public static void main(String[] args) throws Exception {
    new Main();
    System.gc();
    Thread.sleep(100);
    System.out.println("main ends");
  }
}
