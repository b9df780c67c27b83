// verdict: OK
// with: Native.java
// stdout: made
// never: a tree too deep for any path stays behind, or stops the cleaning
void main() throws Exception {
  var process = Native.forever(Native.call("mkdir", 83, "d", 511), Native.call("chdir", 80, "d"));
  Thread.sleep(800);
  process.destroyForcibly().waitFor();
  IO.println("made");
}
