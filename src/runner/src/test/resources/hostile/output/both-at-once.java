// verdict: OUTPUT_LIMIT
// never: one stream's flood holds up the reading of the other
void main() {
  for (var stream : new java.io.PrintStream[] {System.out, System.err}) {
    new Thread(() -> { while (true) stream.print("0123456789abcdef".repeat(64)); }).start();
  }
}
