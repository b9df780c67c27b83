// verdict: RUNTIME_ERROR
// explains: IllegalAccessException left main
void main() throws Exception {
  var link = Class.forName("threadmill.harness.Link");
  link.getDeclaredMethods()[0].invoke(null);
}
