// verdict: OK | COMPILE_ERROR | RUNTIME_ERROR
// never: a file that is no Java source is read as a list of options or processors
void main() {
  IO.println("main");
}
// file: META-INF/services/javax.annotation.processing.Processor
Evil
// file: @options
-processor Evil
