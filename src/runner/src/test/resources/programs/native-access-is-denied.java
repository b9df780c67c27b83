// verdict: RUNTIME_ERROR
// explains: java.lang.IllegalCallerException left main
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;

void main() {
  Linker.nativeLinker().downcallHandle(Linker.nativeLinker().defaultLookup().findOrThrow("abort"), FunctionDescriptor.ofVoid());
}
