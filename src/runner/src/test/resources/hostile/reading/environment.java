// verdict: OK
// stdout: [GLIBC_TUNABLES, LC_ALL, LD_LIBRARY_PATH, MALLOC_ARENA_MAX, MALLOC_TOP_PAD_, PATH, PWD]
// never: a variable of the server's environment is seen
void main() {
  IO.println(new java.util.TreeSet<>(System.getenv().keySet()));
}
