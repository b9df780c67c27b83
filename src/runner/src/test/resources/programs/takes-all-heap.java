// verdict: MEMORY_LIMIT
// explains: OutOfMemoryError left main at Main.java:4: Java heap space; the heap may have 128 MiB
void main() {
  byte[] all = new byte[1 << 30];
  IO.println(all.length);
}
