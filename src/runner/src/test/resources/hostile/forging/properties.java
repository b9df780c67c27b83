// verdict: OK
// stdout: done
// never: properties that the program changes reach the harness or the next run
void main() throws Exception {
  for (var name : System.getProperties().stringPropertyNames()) System.setProperty(name, "/tmp/evil");
  System.setProperty("jdk.virtualThreadScheduler.parallelism", "-1");
  System.setProperty("threadmill.cores", "64");
  java.util.Locale.setDefault(java.util.Locale.forLanguageTag("tr-TR-u-nu-arab"));
  System.setProperties(new java.util.Properties());
  var thread = Thread.startVirtualThread(() -> IO.println("done"));
  thread.join();
}
