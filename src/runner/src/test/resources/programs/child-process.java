// verdict: OK
// stdout: openjdk
void main() throws Exception {
  var child = new ProcessBuilder("/jdk/bin/java", "-XX:+UseSerialGC", "-Xmx16m", "--version").inheritIO().start();
  IO.println("exit " + child.waitFor());
}
