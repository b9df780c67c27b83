// verdict: COMPILE_ERROR
// never: a class gets into a package of a module of the JDK
package jdk.internal.misc;

public class Unsafe {
  public static void main(String[] args) {}
}
