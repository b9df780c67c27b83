// verdict: TIME_LIMIT
// wall: 1500
// with: Native.java
// never: a process that replaces itself all the time is lost from sight
void main() throws Exception {
  Native.forever(
      Native.call("execve", 59, "/jdk/bin/java", 0, 0), Native.call("execve", 59, "/tmp/native0", 0, 0));
  Native.forever(Native.call("execve", 59, "/tmp/native1", 0, 0));
  Thread.sleep(60_000);
}
