// verdict: COMPILE_ERROR
// explains: class files come to more than 16 MiB
// never: a short source becomes more class files than a sandbox can take
class Main {
  static final String A = "0123456789abcdef0123456789abcdef";
  static final String B = A + A + A + A + A + A + A + A + A + A + A + A + A + A + A + A;
  static final String C = B + B + B + B + B + B + B + B + B + B + B + B + B + B + B + B;
  static final String D = C + C + C + C + C + C + C;
  @@320{
  static final String E# = D + "#";
  }@@
  public static void main(String[] args) {}
}
