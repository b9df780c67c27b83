// verdict: OK
// stdout: hi
void main() {
  IO.println("hi");
}
