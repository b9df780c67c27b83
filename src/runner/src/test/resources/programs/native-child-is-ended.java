// verdict: OK
// stdout: getpid works
// stdout: unshare: exit 159
// stdout: ptrace: exit 159
void main() throws Exception {
  var source = java.nio.file.Path.of("/tmp/Native.java");
  java.nio.file.Files.writeString(
      source,
      """
      import java.lang.foreign.*;
      void main(String[] numbers) throws Throwable {
        var linker = Linker.nativeLinker();
        var word = ValueLayout.JAVA_LONG;
        var syscall = linker.downcallHandle(
            linker.defaultLookup().findOrThrow("syscall"),
            FunctionDescriptor.of(word, word, word, word),
            Linker.Option.firstVariadicArg(1));
        if ((long) syscall.invokeExact(39L, 0L, 0L) > 0) IO.println("getpid works");
        IO.println("returned " + (long) syscall.invokeExact(Long.parseLong(numbers[0]), 0x10000000L, 0L));
      }
      """);
  for (var call : new String[] {"unshare 272", "ptrace 101"}) {
    var words = call.split(" ");
    var child =
        new ProcessBuilder(
                "/jdk/bin/java", "-XX:+UseSerialGC", "-Xmx64m", "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED", source.toString(), words[1])
            .inheritIO()
            .start();
    IO.println(words[0] + ": exit " + child.waitFor());
  }
}
