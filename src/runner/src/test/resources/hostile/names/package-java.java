// verdict: SECURITY_VIOLATION
// explains: java.evil.Main
// never: a class gets into a package of the platform's
package java.evil;

public class Main {
  public static void main(String[] args) {}
}
