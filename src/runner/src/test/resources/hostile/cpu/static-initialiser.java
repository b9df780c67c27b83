// verdict: TIME_LIMIT
// wall: 1500
// never: what runs before main is free
public class Main {
  static final int X = spin();

  static int spin() {
    while (true) Thread.onSpinWait();
  }

  public static void main(String[] args) {}
}
