// verdict: OK
// stdout: denied
// never: flight recordings are written without end, or anywhere but in /tmp
void main() throws Exception {
  for (var folder : new String[] {"/", "/jdk", "/dev/shm", "/var/tmp", "/threadmill"}) {
    try {
      var recording = new jdk.jfr.Recording(jdk.jfr.Configuration.getConfiguration("profile"));
      recording.setDestination(java.nio.file.Path.of(folder, "r.jfr"));
      recording.start();
      recording.close();
      IO.println("ESCAPED " + folder);
    } catch (Throwable e) {
      IO.println("denied " + e);
    }
  }
}
