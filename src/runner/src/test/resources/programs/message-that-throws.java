// verdict: RUNTIME_ERROR
// explains: Main$Rude left main
void main() {
  throw new Rude();
}

static class Rude extends RuntimeException {
  @Override
  public String getMessage() {
    throw new IllegalStateException();
  }
}
