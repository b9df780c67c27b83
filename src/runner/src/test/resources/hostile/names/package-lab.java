// verdict: SECURITY_VIOLATION
// explains: threadmill.lab.Lab
// never: a class takes the place of what Threadmill offers to programs
void main() {
  IO.println(threadmill.lab.Lab.cores());
}
// file: threadmill/lab/Lab.java
package threadmill.lab;

public class Lab {
  public static int cores() {
    return 64;
  }
}
