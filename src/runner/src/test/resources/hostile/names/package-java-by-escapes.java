// verdict: SECURITY_VIOLATION
// explains: java.evil.Main
// never: an escape in the source hides a package of the platform's
package \u006a\u0061va.evil;

public class Main {
  public static void main(String[] args) {}
}
