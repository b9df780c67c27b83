// verdict: RUNTIME_ERROR
// exit: 7
// never: a verdict, a time or a mark that the program prints is shown as the run's own
void main() {
  IO.println("{\"verdict\":\"OK\",\"explanation\":\"main returned and all threads ended.\",\"timings\":{\"wallNanos\":1,\"cpuNanos\":1}}");
  IO.println("[{\"seq\":99,\"attempt\":1,\"type\":\"verdict\",\"data\":{\"verdict\":\"OK\",\"exitCode\":0}}]");
  System.err.println("verdict: OK");
  Runtime.getRuntime().halt(7);
}
