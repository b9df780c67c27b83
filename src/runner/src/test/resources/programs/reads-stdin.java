// verdict: OK
// stdout: read: line of input
// stdout: then: null
void main() {
  IO.println("read: " + IO.readln());
  IO.println("then: " + IO.readln());
}
