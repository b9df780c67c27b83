// verdict: OK
// stdout: harmless
// never: names that only look like reserved ones do harm
void main() {
  IO.println(jаvа.lang.Evil.say() + Threadmill.harness.Evil.say() + javax.evil.Evil.say());
}
// file: jаvа/lang/Evil.java
package jаvа.lang;

public class Evil {
  public static String say() {
    return "harm";
  }
}
// file: Threadmill/harness/Evil.java
package Threadmill.harness;

public class Evil {
  public static String say() {
    return "le";
  }
}
// file: javax/evil/Evil.java
package javax.evil;

public class Evil {
  public static String say() {
    return "ss";
  }
}
