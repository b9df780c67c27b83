import java.util.concurrent.Callable;

/// An address, and what loads it: that gives the size in bytes, or fails.
record Load(String url, Callable<Integer> size) {}
