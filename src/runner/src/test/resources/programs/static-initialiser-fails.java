// verdict: RUNTIME_ERROR
// explains: java.lang.ExceptionInInitializerError left main
public class Main {
  static final int X = 1 / Integer.parseInt("0");

  public static void main(String[] args) {}
}
