// verdict: TIME_LIMIT
// wall: 1000
public class Main {
  static {
    while (Math.random() < 2) {}
  }

  public static void main(String[] args) {}
}
