// verdict: RUNTIME_ERROR | OUTPUT_LIMIT | MEMORY_LIMIT | TIME_LIMIT
// wall: 2500
// never: an exception with causes without end stops the harness
static class Endless extends RuntimeException {
  @Override
  public synchronized Throwable getCause() {
    return new Endless();
  }
}

void main() {
  throw new Endless();
}
