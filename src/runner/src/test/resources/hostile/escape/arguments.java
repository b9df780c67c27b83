// verdict: OK
// args: @CANARY
// args: -version
// stdout: -version]
// never: an argument is taken for one of the JVM's, or for a file of arguments
void main(String[] args) {
  IO.println(java.util.Arrays.toString(args));
  IO.println(args.length == 2 && args[0].startsWith("@/") ? "as given" : "ESCAPED");
}
