// verdict: TIME_LIMIT
// wall: 4000
// stdout-not: CodeCache
// never: compiled methods take memory without end
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

void main() throws Throwable {
  byte[] bytes = ClassFile.of().build(ClassDesc.of("Hot"), type ->
      type.withMethodBody("m", MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_int), 9, code -> {
        for (int i = 0; i < 1000; i++) code.iload(0).iload(0).imul().istore(0);
        code.iload(0).ireturn();
      }));
  while (true) {
    var lookup = MethodHandles.lookup().defineHiddenClass(bytes, true);
    var method = lookup.findStatic(lookup.lookupClass(), "m", MethodType.methodType(int.class, int.class));
    for (int i = 0; i < 3000; i++) { int _ = (int) method.invokeExact(i); }
  }
}
