// verdict: MEMORY_LIMIT
// never: the heap grows beyond its limit
void main() {
  var all = new java.util.ArrayList<int[]>();
  while (true) all.add(new int[100_000]);
}
