// verdict: OK
// stdout: the last line
void main() {
  System.out.print("x".repeat(60_000));
  System.out.println(" the last line");
  Runtime.getRuntime().halt(0);
}
