// verdict: TIME_LIMIT | OK
// wall: 3000
// never: the JVM's own logging fills a disk of the host
void main() throws Exception {
  for (int i = 0; i < 3; i++) {
    var child = new ProcessBuilder("/jdk/bin/java", "-Xmx16m", "-XX:+UseSerialGC",
        "-Xlog:all=trace:file=/tmp/" + i + ".log:filecount=0", "-XX:+LogCompilation",
        "-XX:+UnlockDiagnosticVMOptions", "-XX:LogFile=/tmp/" + i + ".compilation", "-version");
    child.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    child.start().waitFor();
  }
  long bytes = 0;
  for (var file : new java.io.File("/tmp").listFiles()) bytes += file.length();
  IO.println(bytes > 64 << 20 ? "ESCAPED " + bytes : "no more than fits: " + (bytes >> 20) + " MiB");
}
