// verdict: TIME_LIMIT
// explains: Still running after 1 s of wall time; main had not returned
// wall: 1000
void main() {
  while (true) {}
}
