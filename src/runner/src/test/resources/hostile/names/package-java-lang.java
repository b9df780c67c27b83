// verdict: COMPILE_ERROR
// never: a class gets into java.lang
package java.lang;

public class Evil {
  public static void main(String[] args) {}
}
