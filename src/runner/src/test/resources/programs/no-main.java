// verdict: RUNTIME_ERROR
// explains: No class has a main method
public class Main {
  static void run() {}
}
