// verdict: OK
// stdout: A
// never: a long Unicode escape holds up the compiler
void main() {
  IO.println("\@@50000{u}@@0041");
}
