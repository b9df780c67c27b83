// verdict: SECURITY_VIOLATION
// explains: threadmill.harness.Main
// never: the harness's own main is started in the place of the program's
package threadmill.harness;

public class Main {
  public static void main(String[] args) {
    System.out.println("ESCAPED");
  }
}
