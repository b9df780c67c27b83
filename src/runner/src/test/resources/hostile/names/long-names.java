// verdict: RUNTIME_ERROR
// never: a name of tens of thousands of characters reaches the explanation
static class L@@2000{ong#}@@ extends RuntimeException {}

void main() {
  throw new L@@2000{ong#}@@();
}
