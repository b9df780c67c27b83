// verdict: TIME_LIMIT
// wall: 1500
// never: backtracking without end is not stopped
void main() {
  IO.println("x".repeat(60).matches("(x+x+)+\\1?y"));
}
