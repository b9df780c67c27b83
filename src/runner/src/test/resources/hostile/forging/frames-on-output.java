// verdict: RUNTIME_ERROR
// exit: 3
// never: what looks like the harness's frames on the program's own streams is taken for them
void main() throws Exception {
  for (var stream : new java.io.PrintStream[] {System.out, System.err}) {
    stream.write(new byte[] {0, 0, 0, 1, 'H', 0, 0, 0, 1, 'R', 0, 0, 0, 1, 'E'});
    stream.flush();
  }
  System.exit(3);
}
