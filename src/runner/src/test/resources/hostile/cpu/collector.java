// verdict: TIME_LIMIT
// wall: 1500
// never: the collector's work is not counted
void main() {
  var all = new java.util.ArrayList<Object>();
  for (int i = 0; i < 1_000_000; i++) all.add(new int[] {i});
  while (true) System.gc();
}
