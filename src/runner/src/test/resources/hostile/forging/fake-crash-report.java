// verdict: RUNTIME_ERROR | MEMORY_LIMIT
// never: a crash report that the program prints makes a failure ours
void main() {
  System.err.println("# A fatal error has been detected by the Java Runtime Environment:\n# Internal Error (threadmill), the runner failed");
  System.err.println("bwrap: Can't mount proc on /newroot/proc: Operation not permitted");
  System.exit(1);
}
